import fc from 'fast-check';
import { expect, it } from 'vitest';
import { intervalLengthMin, dueMin } from './intervals.ts';

it('intervals add up to all of the time, whatever the steps', () => {
	const steps = fc.array(fc.integer({ min: 1, max: 29 }), { minLength: 1, maxLength: 200 });
	fc.assert(
		fc.property(steps, fc.constantFrom(30, 60), (stepMins, everyMin) => {
			let minute = 0;
			let stoodFor = 0;
			for (const stepMin of stepMins) {
				stoodFor += dueMin(minute, stepMin, everyMin);
				minute += stepMin;
			}
			expect(stoodFor).toBe(minute - (minute % everyMin));
		})
	);
});

it('an interval that ends is as long as intervals are in such steps', () => {
	const minutes = fc.integer({ min: 0, max: 20_000 });
	const steps = fc.integer({ min: 1, max: 300 });
	fc.assert(
		fc.property(minutes, steps, fc.constantFrom(5, 30, 240), (minute, stepMin, everyMin) => {
			expect([0, intervalLengthMin(stepMin, everyMin)]).toContain(dueMin(minute, stepMin, everyMin));
		})
	);
});

it('a step as long as an interval is one', () => {
	expect(dueMin(17, 30, 30)).toBe(30);
	expect(dueMin(17, 45, 30)).toBe(45);
	expect(dueMin(17, 1, 30)).toBe(0);
	expect(dueMin(29, 1, 30)).toBe(30);
});
