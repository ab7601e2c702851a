import { describe, expect, test } from 'vitest';
import { gridMinuteUpTo } from '../sim/time/grid.ts';
import { sampleMinutes } from './sample-minutes.ts';

const spans = [
	{ untilMin: 210, stepMin: 1 },
	{ untilMin: 2880, stepMin: 5 },
	{ untilMin: 14_400, stepMin: 15 }
];

describe('the minutes at which curves are read off', () => {
	test('they ascend, stand on the grid, and begin and end with the run', () => {
		const minutes = sampleMinutes(spans, 14_400, [87, 1234]);
		expect(minutes[0]).toBe(0);
		expect(minutes.at(-1)).toBe(14_400);
		for (let i = 1; i < minutes.length; i++) expect(minutes[i]).toBeGreaterThan(minutes[i - 1]);
		for (const minute of minutes) expect(gridMinuteUpTo(spans, minute)).toBe(minute);
	});

	test('a wanted minute is among them, or the step of the grid that holds it', () => {
		expect(sampleMinutes(spans, 14_400, [87])).toContain(87);
		expect(sampleMinutes(spans, 14_400, [1234])).toContain(1230);
	});

	test('a world of one hour has them too', () => {
		expect(sampleMinutes([{ untilMin: 60, stepMin: 30 }], 60)).toEqual([0, 30, 60]);
	});
});
