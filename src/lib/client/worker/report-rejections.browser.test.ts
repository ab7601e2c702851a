import { expect, test } from 'vitest';
import { askOnce } from './open-worker.ts';

test('R332: a page hears of a promise that its worker did not keep', async () => {
	const start = () =>
		new Worker(new URL('./testing/rejecting-worker.ts', import.meta.url), { type: 'module' });
	await expect(askOnce(start, 1)).rejects.toThrow('it was not done');
});
