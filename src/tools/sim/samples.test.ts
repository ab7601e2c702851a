import { expect, test } from 'vitest';
import { sampleMinutes } from './samples.ts';

const SPANS = [
	{ untilMin: 60, stepMin: 1 },
	{ untilMin: 600, stepMin: 10 }
];
const at = (untilMin: number, everyMin: number | null) => [...sampleMinutes(SPANS, untilMin, everyMin)];

test('the first and the last minute are always looked at', () => {
	for (const everyMin of [null, 1, 7, 1000]) {
		const minutes = at(600, everyMin);
		expect(minutes[0]).toBe(0);
		expect(minutes.at(-1)).toBe(600);
	}
});

test('unless told otherwise: every step for four hours, then every quarter of an hour at least', () => {
	const minutes = at(600, null);
	expect(minutes.slice(0, 63)).toEqual([...Array(61).keys(), 70, 80]);
	expect(minutes.slice(-4)).toEqual([540, 560, 580, 600]);
});

test('what is asked for is kept apart, on the grid', () => {
	expect(at(90, 25)).toEqual([0, 25, 50, 80, 90]);
});

test('a run that stops at once is looked at once', () => {
	expect(at(0, null)).toEqual([0]);
});
