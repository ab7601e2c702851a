/** Moments of an exercise as people read them. Days and hours are UTC unless a place is named. */

import { intlTag } from './locale.ts';
import { fromIntl } from './localised.ts';

const MINUTE_MS = 60_000;
const EPOCH_MS = Date.UTC(2000, 0, 1);

const format = (options: Intl.DateTimeFormatOptions) =>
	new Intl.DateTimeFormat(intlTag, { timeZone: 'UTC', ...options });
const LONG_DAY = format({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
const SHORT_DAY = format({ day: 'numeric', month: 'long', year: 'numeric' });
const AXIS_DAY = format({ weekday: 'short', day: 'numeric' });
const WEEKDAY = format({ weekday: 'short' });
const TIME = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;

const WATCH_TIME = new Intl.DateTimeFormat(intlTag, TIME);
const WALL_TIME = new Intl.DateTimeFormat(intlTag, { ...TIME, second: '2-digit' });

const WALL_DAY = new Intl.DateTimeFormat(intlTag, { day: 'numeric', month: 'long', year: 'numeric' });

const unit = (name: string) =>
	new Intl.NumberFormat(intlTag, { style: 'unit', unit: name, unitDisplay: 'long' });
const UNITS = { minute: unit('minute'), hour: unit('hour'), day: unit('day') };

/** A moment in minutes since 2000-01-01T00:00Z. */
function dateOf(minuteSince2000: number): Date {
	return new Date(EPOCH_MS + minuteSince2000 * MINUTE_MS);
}

/** `05:10` */
export function timeOfDay(minuteSince2000: number): string {
	return dateOf(minuteSince2000).toISOString().slice(11, 16);
}

/** `Friday 19 July 2024` */
export function longDay(minuteSince2000: number): string {
	// Some browsers set a comma after the day of the week, others do not.
	const parts = LONG_DAY.formatToParts(dateOf(minuteSince2000));
	return fromIntl(parts.map(({ value }) => (value === ', ' ? ' ' : value)).join(''));
}

/** `19 July 2024` */
export function shortDay(minuteSince2000: number): string {
	return fromIntl(SHORT_DAY.format(dateOf(minuteSince2000)));
}

/** `Sat 20` */
export function axisDay(minuteSince2000: number): string {
	return fromIntl(AXIS_DAY.format(dateOf(minuteSince2000)));
}

/** `11:22`, as the reader's own watch shows it. @param dateMs in ms since 1970 */
export function timeOnWatch(dateMs: number): string {
	return fromIntl(WATCH_TIME.format(dateMs));
}

/** `26:05`: hours and minutes since the start of an exercise. */
export function elapsedTime(minutes: number): string {
	return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

/** For `<time datetime>`. */
export function isoMoment(minuteSince2000: number): string {
	return `${dateOf(minuteSince2000).toISOString().slice(0, 16)}Z`;
}

/** `15:10`, as clocks in a time zone show it. */
export function timeIn(zone: string, minuteSince2000: number): string {
	return new Intl.DateTimeFormat(intlTag, { ...TIME, timeZone: zone }).format(dateOf(minuteSince2000));
}

/** `Fri 05:10`: short, for lists that go over several days. */
export function dayAndTime(minuteSince2000: number): string {
	return `${fromIntl(WEEKDAY.format(dateOf(minuteSince2000)))} ${timeOfDay(minuteSince2000)}`;
}

/** `28 November 2026`: a day on this device's own calendar, from a date in ms since 1970. */
export function wallDay(dateMs: number): string {
	return fromIntl(WALL_DAY.format(new Date(dateMs)));
}

/** `10:42:07`: a moment of the day on this device's own clock, from a date in ms since 1970. */
export function wallTime(dateMs: number): string {
	return fromIntl(WALL_TIME.format(new Date(dateMs)));
}

/** `61 minutes`, `3 hours 5 minutes`, `2 days 4 hours`. */
export function duration(minutes: number): string {
	const total = Math.abs(Math.round(minutes));
	if (total < 120) return fromIntl(UNITS.minute.format(total));
	if (total < 48 * 60) return join(Math.floor(total / 60), 'hour', total % 60, 'minute');
	return join(Math.floor(total / 1440), 'day', Math.floor((total % 1440) / 60), 'hour');
}

function join(
	large: number,
	largeUnit: keyof typeof UNITS,
	small: number,
	smallUnit: keyof typeof UNITS
): string {
	const text = UNITS[largeUnit].format(large);
	return fromIntl(small === 0 ? text : `${text} ${UNITS[smallUnit].format(small)}`);
}
