import { describe, expect, it } from 'vitest';
import { courseAxis } from './course-axis.ts';

/** 04:00 of some day. */
const START = 240;

describe('the axis of a course', () => {
	it('is even for half a day and stretched at its start after that', () => {
		const early = courseAxis(START, 400);
		expect(early.at(200)).toBeCloseTo(0.5);
		expect(early.isStretched).toBe(false);
		const late = courseAxis(START, 10 * 1440);
		expect(late.isStretched).toBe(true);
		expect(late.at(120)).toBeGreaterThan(0.15);
		expect(late.at(10 * 1440)).toBe(1);
	});

	it('puts its ticks on round hours of the clock, few of them, before its end', () => {
		for (const until of [10, 61, 300, 900, 2000, 14400]) {
			const { ticks, untilMin } = courseAxis(START + 7, until);
			expect(ticks.length).toBeGreaterThan(0);
			expect(ticks.length).toBeLessThanOrEqual(7);
			for (const tick of ticks) {
				expect((START + 7 + tick) % 15).toBe(0);
				expect(tick).toBeLessThan(untilMin);
			}
		}
	});

	it('has room for an hour and a half before anything has happened', () => {
		expect(courseAxis(START, 0).untilMin).toBe(90);
	});
});
