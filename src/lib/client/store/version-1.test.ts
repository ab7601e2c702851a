import { expect, test } from 'vitest';
import { headOfVersion1 } from './version-1.ts';

test('a run of the first version of the storage is the head of a log of format 1, with the words of today', () => {
	const stage = { kind: 'running', part: 'incident', fromMin: 24, toMin: 60, held: true };
	const head = headOfVersion1({
		runId: 'r',
		writer: 'w',
		role: 'bank',
		seed: 's',
		tempers: { vendor: 'record' },
		stage
	});
	expect(head).toEqual({
		id: 'r',
		writer: 'w',
		format: 1,
		summary: {
			role: 'bank',
			seed: 's',
			bots: { vendor: 'record' },
			progress: { kind: 'running', part: 'incident', fromMin: 24, toMin: 60, paused: true }
		}
	});
});
