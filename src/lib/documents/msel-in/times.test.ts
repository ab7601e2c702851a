import { expect, test } from 'vitest';
import { utcMinute } from '../../scenario/worlds/calendar.ts';
import { EMPTY, textCell } from './table.ts';
import { readTime, utcOfClock, type TimeFrame } from './times.ts';

/** An exercise of ten days from 3 November 2026, 08:30 UTC. */
const startMinute = utcMinute('2026-11-03T08:30Z');
const FRAME: TimeFrame = {
	...{ startMinute, horizonMin: 14_400, dateOrder: 'dayFirst', whenTwice: null },
	zone: [[0, 60]]
};
const read = (text: string, day = '') => readTime(textCell(text), textCell(day), FRAME);

test.each([
	['T+90', '', 90],
	['T+ 2h', '', 120],
	['H+2', '', 120],
	['+95', '', 95],
	['T+1:15', '', 75],
	['9.30 Uhr', '03.11.2026', 0],
	['10h34', '3. Nov 26', 64],
	['10:34', 'Nov 3, 2026', 64],
	['0934Z', '3/11/2026', 64],
	['2026-11-03T11:05+02:00', '', 35],
	['24:00', '3 November 2026', 870],
	['D+1 09:30', '', 1440],
	['Day 2, 9:30 am', '', 1440],
	['3. Dez 2026 10:00', '', 'afterEnd'],
	['T-30', '', 'beforeStart'],
	['T+15000', '', 'afterEnd'],
	['D+1', '', 'noTimeOfDay'],
	['10:30-11:30', '', 'notATime'],
	['19 Nov 10:30', '', 'notATime'],
	['24:01', '', 'notATime'],
	['-30', '', 'notATime'],
	['TBD', '', 'notATime'],
	['', '', 'noTime']
] as const)('‘%s’ on the day ‘%s’, where clocks are an hour ahead of UTC, is %s', (text, day, expected) => {
	const reading = read(text, day);
	expect(reading.ok ? reading.atMin : reading.question).toBe(expected);
});

/** Summer time until October, and again from March. */
const LONDON = [
	[0, 60],
	[utcMinute('2024-10-27T01:00Z'), 0],
	[utcMinute('2025-03-30T01:00Z'), 60]
] as const;

test('half past one on the days when clocks change in London comes twice or never, and is asked', () => {
	const start = utcMinute('2024-07-19T04:00Z');
	const frame = { ...FRAME, startMinute: start, horizonMin: 600 * 1440 };
	const back = utcMinute('2024-10-27T01:00Z');
	const read = (text: string, whenTwice: 'first' | 'second' | null = null) =>
		readTime(textCell(text), EMPTY, { ...frame, zone: LONDON, whenTwice });
	expect(read('2024-10-27 01:30')).toEqual({ ok: false, question: 'comesTwice' });
	expect(read('2025-03-30 01:30')).toEqual({ ok: false, question: 'neverComes' });
	expect(read('2024-10-27 01:30', 'first')).toEqual({ ok: true, atMin: back - 30 - start });
	expect(read('2024-10-27 01:30', 'second')).toEqual({ ok: true, atMin: back + 30 - start });
	expect(read('2024-10-27 02:30')).toEqual({ ok: true, atMin: back + 90 - start });
});

test('what clocks show at the start is a moment, also where they are set forward over it', () => {
	expect(utcOfClock(utcMinute('2024-07-19T08:00Z'), LONDON)).toBe(utcMinute('2024-07-19T07:00Z'));
	expect(utcOfClock(utcMinute('2025-03-30T01:30Z'), LONDON)).toBe(utcMinute('2025-03-30T01:30Z'));
});

test.each(['UTC', 'Pacific/Auckland', 'America/St_Johns'])(
	'a time is the same on a machine whose own clock is that of %s',
	(zone) => {
		const before = process.env.TZ;
		process.env.TZ = zone;
		expect(read('10h34', '3. Nov 26')).toEqual({ ok: true, atMin: 64 });
		expect(read('2026-11-04 09:30')).toEqual({ ok: true, atMin: 1440 });
		if (before === undefined) delete process.env.TZ;
		else process.env.TZ = before;
	}
);
