import { expect, test } from 'vitest';
import type { RunHead } from '../runs/run-summary.ts';
import { countUnfinished, isVersionOf, unfinishedRunsOf } from './unfinished-runs.ts';

const [FIRST, SECOND, OTHER] = ['mine@0000000000000001', 'mine@0000000000000002', 'my@0000000000000001'];
const run = (scenarioId: string, kind: 'deciding' | 'hotWash') =>
	({ summary: { scenarioId, progress: { kind } } }) as unknown as RunHead;

test('R230: before a scenario is removed its unfinished runs are counted, in all its versions', () => {
	const heads = [
		run(FIRST, 'deciding'),
		run(SECOND, 'deciding'),
		run(SECOND, 'hotWash'),
		run(OTHER, 'deciding'),
		run('mine', 'deciding')
	];
	expect(countUnfinished(SECOND, heads)).toBe(2);
	expect(countUnfinished(OTHER, heads)).toBe(1);
	expect(countUnfinished('gone@0000000000000001', heads)).toBe(0);
});

test('R230: versions of one scenario go together; a built-in one of the same id is another', () => {
	expect(isVersionOf(FIRST, SECOND)).toBe(true);
	expect(isVersionOf(FIRST, OTHER)).toBe(false);
	expect(isVersionOf(FIRST, 'mine')).toBe(false);
});

test('R230: where runs cannot be read their number is not known', async () => {
	expect(await unfinishedRunsOf(FIRST)).toBe(null);
});
