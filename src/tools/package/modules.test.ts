import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { modulesAsJavaScript } from './modules.ts';

let project: string;
beforeEach(() => (project = mkdtempSync(join(tmpdir(), 'patchfall-modules-'))));
afterEach(() => rmSync(project, { recursive: true }));
const write = (files: Readonly<Record<string, string>>) =>
	Object.entries(files).forEach(([name, text]) => writeFileSync(join(project, name), text));

test('modules become JavaScript with all that they import or start, and with nothing that is only a type', () => {
	write({
		'start.ts': [
			`import { two } from './two.ts';`,
			`import type { Three } from './types.ts';`,
			`import pg, { type Pool } from 'pg';`,
			`import { join } from 'node:path';`,
			`const thread = new URL('./thread.ts', import.meta.url);`,
			`export const all: Three = { two, thread, pg, join };`
		].join('\n'),
		'two.ts': `export * from './plain.js';\nexport const two = import('@scope/name/inner');`,
		'plain.js': `/** @type {import('only-a-type')} */\nexport const one = 1;`,
		'thread.ts': `import './two.ts';`
	});
	const { texts, packages } = modulesAsJavaScript(project, ['start.ts']);
	expect([...texts.keys()].sort()).toEqual(['plain.js', 'start.js', 'thread.js', 'two.js']);
	expect(packages).toEqual(['@scope/name', 'pg']);
	expect(texts.get('start.js')).toContain(`from './two.js'`);
	expect(texts.get('start.js')).toContain(`new URL('./thread.js', import.meta.url)`);
	expect(texts.get('start.js')).not.toContain('Three');
});
