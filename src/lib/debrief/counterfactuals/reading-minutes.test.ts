import { expect, test } from 'vitest';
import { gridMinuteFrom } from '../../sim/time/grid.ts';
import { readingMinutes } from './reading-minutes.ts';

const GRIDS = [
	{ spans: [{ untilMin: 2880, stepMin: 1 }], horizonMin: 2880 },
	{
		spans: [
			{ untilMin: 210, stepMin: 1 },
			{ untilMin: 1440, stepMin: 15 },
			{ untilMin: 14_400, stepMin: 60 }
		],
		horizonMin: 14_400
	},
	{ spans: [{ untilMin: 60, stepMin: 60 }], horizonMin: 60 }
];

test.each(GRIDS)('readings ascend from 0 to the horizon, each on the grid', ({ spans, horizonMin }) => {
	const minutes = readingMinutes(spans, horizonMin);
	expect(minutes[0]).toBe(0);
	expect(minutes.at(-1)).toBe(horizonMin);
	for (let i = 1; i < minutes.length; i++) expect(minutes[i]!).toBeGreaterThan(minutes[i - 1]!);
	for (const minute of minutes) expect(gridMinuteFrom(spans, minute)).toBe(minute);
	expect(minutes.length).toBeLessThan(50);
});
