import { describe, expect, test } from 'vitest';
import * as moments from './moments.ts';

/** 2024-07-19T04:00Z in minutes since 2000. */
const START = (Date.UTC(2024, 6, 19, 4) - Date.UTC(2000, 0, 1)) / 60_000;

describe('moments as people read them', () => {
	test('the clock is UTC, and a day has its name', () => {
		expect(moments.timeOfDay(START + 9)).toBe('04:09');
		expect(moments.longDay(START)).toBe('Friday 19 July 2024');
		expect(moments.axisDay(START + 20 * 60)).toBe('Sat 20');
		expect(moments.dayAndTime(START + 70)).toBe('Fri 05:10');
		expect(moments.isoMoment(START)).toBe('2024-07-19T04:00Z');
	});

	test('each place has its own hour', () => {
		expect(moments.timeIn('Australia/Sydney', START)).toBe('14:00');
		expect(moments.timeIn('Europe/London', START)).toBe('05:00');
		expect(moments.timeIn('America/New_York', START)).toBe('00:00');
	});

	test('a duration has two units at most', () => {
		expect(moments.duration(1)).toBe('1 minute');
		expect(moments.duration(78)).toBe('78 minutes');
		expect(moments.duration(185)).toBe('3 hours 5 minutes');
		expect(moments.duration(2 * 1440 + 245)).toBe('2 days 4 hours');
		expect(moments.duration(1440 * 10)).toBe('10 days');
	});
});
