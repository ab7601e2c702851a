import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, type Rolldown } from 'vite';
import { afterAll, expect, it } from 'vitest';
import { partsPlugin } from './parts-plugin.ts';

const folder = mkdtempSync(join(tmpdir(), 'patchfall-parts-'));
afterAll(() => rmSync(folder, { recursive: true }));

const FILES = {
	'index.html': '<script type="module" src="./page.js"></script>',
	'page.js': 'addEventListener("x", () => { import("./alone.js"); import("./styled.js"); });',
	'alone.js': 'export default "alone";',
	'styled.js': 'import "./part.css"; import alone from "./alone.js"; export default alone;',
	'part.css': 'p { color: red }'
};

it.each([
	['./', './', 'new URL(file, importer)'],
	['/sub/', 'assets/', 'new URL("/sub/" + file, location.href)']
])(
	'with the base %s the loader is around every import, with all files of the part',
	async (base, from, url) => {
		for (const [name, text] of Object.entries(FILES)) writeFileSync(join(folder, name), text);
		const built = (await build({
			...{ root: folder, configFile: false, base, logLevel: 'error' },
			plugins: [partsPlugin()],
			build: { write: false, minify: false }
		})) as Rolldown.RolldownOutput;
		const { code } = built.output.find(
			(file) => file.type === 'chunk' && file.isEntry
		) as Rolldown.OutputChunk;
		expect(code).toContain(url);
		// A part of one file has its list too.
		expect(code.match(/__vite__mapDeps\(\[/g)).toHaveLength(2);
		const [, list] = /m\.f=\[(.*?)\]/.exec(code)!;
		const files = built.output
			.map(({ fileName }) => fileName)
			.filter((name) => /alone|styled|\.css/.test(name));
		expect(files).toHaveLength(3);
		for (const name of files) expect(list).toContain(JSON.stringify(name.replace('assets/', from)));
	}
);
