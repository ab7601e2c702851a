import fc from 'fast-check';
import { expect, it } from 'vitest';
import { beatLengthMin, beatMin } from './beats.ts';

it('beats stand for all the time there is, whatever the steps', () => {
	const steps = fc.array(fc.integer({ min: 1, max: 29 }), { minLength: 1, maxLength: 200 });
	fc.assert(
		fc.property(steps, fc.constantFrom(30, 60), (stepMins, everyMin) => {
			let minute = 0;
			let stoodFor = 0;
			for (const stepMin of stepMins) {
				stoodFor += beatMin(minute, stepMin, everyMin);
				minute += stepMin;
			}
			expect(stoodFor).toBe(minute - (minute % everyMin));
		})
	);
});

it('a beat that comes is as long as beats are in such steps', () => {
	const minutes = fc.integer({ min: 0, max: 20_000 });
	const steps = fc.integer({ min: 1, max: 300 });
	fc.assert(
		fc.property(minutes, steps, fc.constantFrom(5, 30, 240), (minute, stepMin, everyMin) => {
			expect([0, beatLengthMin(stepMin, everyMin)]).toContain(beatMin(minute, stepMin, everyMin));
		})
	);
});

it('a step as long as a beat is one', () => {
	expect(beatMin(17, 30, 30)).toBe(30);
	expect(beatMin(17, 45, 30)).toBe(45);
	expect(beatMin(17, 1, 30)).toBe(0);
	expect(beatMin(29, 1, 30)).toBe(30);
});
