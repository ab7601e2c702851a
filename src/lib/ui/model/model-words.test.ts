import { describe, expect, it } from 'vitest';
import report from '../../scenario/calibration/report.generated.json';
import weights from '../../scenario/calibration/weights.generated.json';
import { isMiddleMet } from './model-view.ts';
import { wordsFor } from '../../text/words.ts';

const words = wordsFor().model;
const missed = report.predicted.filter(({ inside }) => !inside).map(({ id }) => id);

describe('the page on the model', () => {
	it('says what is missing for every figure that is missed, and for no other', () => {
		expect(Object.keys(words.misses).sort()).toEqual([...missed].sort());
	});

	it('says of every decision that saves far more than it costs why it does, and of no other', () => {
		expect(Object.keys(words.weights.why).sort()).toEqual(weights.map(({ decision }) => decision).sort());
	});

	it('has words for every order of events and every choice that the report counts', () => {
		expect(Object.keys(words.orders.names)).toEqual(
			expect.arrayContaining(report.orders.map(({ id }) => id))
		);
		for (const { sets } of report.choices)
			expect(Object.keys(words.priors.choices)).toEqual(expect.arrayContaining(Object.keys(sets)));
	});

	it('calls chance what lies within two standard deviations of a rank correlation of chance', () => {
		expect(words.sensitivity.text(300)).toContain('less than 0.12 may');
		expect(words.sensitivity.text(10_000)).toContain('less than 0.02 may');
	});

	it('tells a middle that is met from a band that is wide', () => {
		expect(isMiddleMet({ value: 5, low: 3, high: 7 }, 6.9)).toBe(true);
		expect(isMiddleMet({ value: 5, low: 3, high: 7 }, 7.1)).toBe(false);
		expect(isMiddleMet({ value: 5, low: null, high: null }, 5.4)).toBe(true);
		expect(isMiddleMet({ value: 5, low: null, high: null }, 5.6)).toBe(false);
	});

	it('counts blind predictions apart', () => {
		const said = words.finding({ all: 19, inside: 9, blind: 3, blindInside: 1 });
		expect(words.finding({ all: 29, inside: 23, blind: 0, blindInside: 0 })).toMatch(/None of them is blind/);
		expect(said).toMatch(/Of 19 .* 9 lie .* and 10 do not\. Of the 3 that stayed blind, 1 does\./);
	});
});
