import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { expect, test } from 'vitest';

const LIB = join(import.meta.dirname, '..');
/** Where something is imported for more than its types. */
const IMPORT = /^(?:import|export)\s+(?!type\b)(?:[^'";]*?from\s+)?'(\.[^'"]+\.ts)'/gms;

const workers = readdirSync(LIB, { recursive: true, encoding: 'utf8' }).filter((path) =>
	path.endsWith('.worker.ts')
);

/** Everything that a module brings with it, by path under `lib`, with the module that imports it. */
function broughtBy(path: string, by = '', found = new Map<string, string>()): ReadonlyMap<string, string> {
	if (found.has(path)) return found;
	found.set(path, by);
	for (const [, target] of readFileSync(join(LIB, path), 'utf8').matchAll(IMPORT))
		broughtBy(relative(LIB, join(LIB, dirname(path), target)), path, found);
	return found;
}

test('R161: no worker brings words: they are made in the page, where the reader’s language is known', () => {
	expect(workers.length).toBeGreaterThan(3);
	for (const worker of workers) {
		const brought = broughtBy(worker);
		// A worker that brings nothing has not been read.
		expect(brought.size, worker).toBeGreaterThan(5);
		const words = [...brought].filter(([path]) => path.startsWith('text/'));
		expect(words, worker).toEqual([]);
	}
});

test('R332: every worker dies aloud, but for the one that is asked whether it lives', () => {
	const silent = workers.filter((worker) => !broughtBy(worker).has('client/worker/report-rejections.ts'));
	expect(silent).toEqual(['client/room/room.worker.ts']);
});

test('R341: no worker starts one of its own', () => {
	const started = workers.flatMap((worker) =>
		[...broughtBy(worker).keys()].filter((path) =>
			readFileSync(join(LIB, path), 'utf8').includes('new Worker(')
		)
	);
	expect(started).toEqual([]);
});
