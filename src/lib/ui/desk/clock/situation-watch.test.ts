import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { READ_MS, SituationWatch } from './situation-watch.svelte.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('R203: the desk asks whether decisions are to open where teams have read for four minutes', () => {
	const watch = new SituationWatch();
	watch.see('incident 1');
	vi.advanceTimersByTime(READ_MS - 1);
	watch.see('incident 1');
	expect(watch.isLong).toBe(false);
	vi.advanceTimersByTime(1);
	expect(watch.isLong).toBe(true);
	watch.see(null);
	expect(watch.isLong).toBe(false);
	vi.advanceTimersByTime(READ_MS);
	expect(watch.isLong).toBe(false);
});
