import { expect, test } from 'vitest';
import type { ComparedTeam, ComparisonPart } from '../../room/live/worlds/comparison.ts';
import { labelsOf, laneX, marksOf, shapeOf, timesOf } from './comparison-marks.ts';

const comparison = (harms: readonly (number | null)[], alikeBelow: number | null): ComparisonPart => ({
	teams: harms.map((harm, index): ComparedTeam => ({
		...{ number: index + 1, name: null, isReady: false, isPlayedByBots: false },
		figures: { harm, decisions: [], service: [] }
	})),
	recordHarm: 0.5,
	alikeBelow,
	endMin: 100,
	maps: null
});

test('R88: teams that chance may tell apart share a mark; marks stand in the order of the tables', () => {
	const marks = marksOf(comparison([0.4, 0.2, 0.43, null], 0.05));
	expect(marks.map(({ teams }) => teams)).toEqual([[1, 3], [2]]);
	expect(marks[0]!.harm).toBeCloseTo(0.415);
});

test('R88: no more than chance is called equal, however many lie close together', () => {
	const marks = marksOf(comparison([0.1, 0.14, 0.18], 0.05));
	expect(marks.map(({ teams }) => teams)).toEqual([[1, 2], [3]]);
	expect(marksOf(comparison([0.3, 0.3, 0.31], null)).map(({ teams }) => teams)).toEqual([[1, 2], [3]]);
});

test('R88: marks carry the numbers of their teams; those that would touch stand together', () => {
	const labels = labelsOf(marksOf(comparison([0.52, 0.34, 0.94, 0.57, 0.57], 0.01)), 1);
	expect(labels.map(({ teams }) => teams)).toEqual([[2], [1, 4, 5], [3]]);
	expect(labels.map(({ share }) => share.toFixed(2))).toEqual(['0.34', '0.55', '0.94']);
});

test('lanes share one axis of time, on which what was prepared stands at the edge', () => {
	expect([-1, 0, 25, 100].map((minute) => laneX(minute, 100, 1000))).toEqual([0, 0, 500, 1000]);
	expect(
		shapeOf(
			[
				{ minute: 0, share: 1 },
				{ minute: 100, share: 0.5 }
			],
			100,
			1000,
			80
		)
	).toBe('M0 80L0.0 0.0L1000.0 40.0L1000.0 80z');
});

test('a lane of ten days names the first hour and a few midnights, none in the way of another', () => {
	const begins = 9 + 4 * 60;
	const times = timesOf(begins, 10 * 24 * 60);
	expect(times.map(({ minute }) => begins + minute)).toEqual([5 * 60, 1440, 3 * 1440, 7 * 1440]);
	expect(timesOf(begins, 180).map(({ minute }) => minute)).toEqual([51]);
});
