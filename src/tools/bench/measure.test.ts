import { describe, expect, test } from 'vitest';
import { fixedLoop, median, time } from './measure.ts';

describe('the median', () => {
	test.each([
		[[3], 3],
		[[9, 1, 5], 5],
		[[10, 2, 4, 100], 7]
	])('of %j is %d', (values, middle) => {
		expect(median(values)).toBe(middle);
	});

	test('of nothing is refused', () => {
		expect(() => median([])).toThrow(RangeError);
	});
});

/** A clock that only the work moves. */
function timed(lengths: readonly number[], budget: { runsLeast: number; runsMost: number; ms: number }) {
	let now = 0;
	let done = 0;
	const act = () => (now += lengths[done++ % lengths.length]);
	const timing = time(act, { warmups: 1, ...budget }, () => now);
	return { timing, done };
}

describe('timing', () => {
	test('leaves the cold runs out', () => {
		const { timing, done } = timed([1000, 4, 6, 5], { runsLeast: 3, runsMost: 3, ms: 0 });
		expect(timing).toMatchObject({ medianMs: 5, runs: 3 });
		expect(done).toBe(4);
	});

	test('stops when the time is up, but not before it has enough', () => {
		expect(timed([40], { runsLeast: 3, runsMost: 9, ms: 10 }).timing.runs).toBe(3);
		expect(timed([40], { runsLeast: 1, runsMost: 9, ms: 150 }).timing.runs).toBe(4);
	});
});

test('the fixed loop does the same work every time', () => {
	expect(fixedLoop()).toBe(fixedLoop());
});
