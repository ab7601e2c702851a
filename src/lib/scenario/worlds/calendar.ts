/** Why a text is no UTC time, by code. */
export interface CalendarFaults {
	notUtc: { readonly text: string };
	noSuchDate: {
		readonly text: string;
		readonly part: 'month' | 'day' | 'hour' | 'minute';
		readonly value: number;
		readonly first: number;
		readonly last: number;
	};
}
export type CalendarFault = {
	[Code in keyof CalendarFaults]: { readonly code: Code; readonly params: CalendarFaults[Code] };
}[keyof CalendarFaults];

/** A UTC minute counted from 2000-01-01T00:00Z, or the reason why the text is none. */
export type UtcMinuteResult = { ok: true; minute: number } | { ok: false; fault: CalendarFault };

const DAY_MIN = 24 * 60;
const WEEK_MIN = 7 * DAY_MIN;
/** 1 January 2000 was a Saturday: five days after a Monday. */
const EPOCH_WEEKDAY = 5;
/** Of the years 1 to 1999: 499 divisible by 4, less 19 by 100, plus 4 by 400. */
const LEAP_DAYS_BEFORE_2000 = 484;
const SHAPE = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})Z$/;
const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Minutes since 2000-01-01T00:00Z of a time written YYYY-MM-DDTHH:MMZ (proleptic Gregorian), or the reason. */
export function parseUtcMinute(iso: string): UtcMinuteResult {
	const match = SHAPE.exec(iso);
	if (!match) return { ok: false, fault: { code: 'notUtc', params: { text: iso } } };
	const [year, month, day, hour, minute] = match.slice(1).map(Number) as [
		number,
		number,
		number,
		number,
		number
	];
	const noSuch = (
		part: CalendarFaults['noSuchDate']['part'],
		value: number,
		first: number,
		last: number
	): UtcMinuteResult => ({
		ok: false,
		fault: { code: 'noSuchDate', params: { text: iso, part, value, first, last } }
	});
	if (month < 1 || month > 12) return noSuch('month', month, 1, 12);
	const days = daysInMonth(year, month);
	if (day < 1 || day > days) return noSuch('day', day, 1, days);
	if (hour > 23) return noSuch('hour', hour, 0, 23);
	if (minute > 59) return noSuch('minute', minute, 0, 59);
	return { ok: true, minute: daysSince2000(year, month, day) * DAY_MIN + hour * 60 + minute };
}

/** As `parseUtcMinute`, for texts known to be good: throws the reason otherwise. */
export function utcMinute(iso: string): number {
	const result = parseUtcMinute(iso);
	if (!result.ok) throw new Error(`${iso} is no UTC time: ${result.fault.code}`);
	return result.minute;
}

/** The time YYYY-MM-DDTHH:MMZ of a whole UTC minute since 2000-01-01T00:00Z, years 0000 to 9999. */
export function formatUtc(minute: number): string {
	const days = Math.floor(minute / DAY_MIN);
	const ofDay = minute - days * DAY_MIN;
	const { year, month, day } = dateOf(days);
	const two = (part: number) => String(part).padStart(2, '0');
	const date = `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
	return `${date}T${two(Math.floor(ofDay / 60))}:${two(ofDay % 60)}Z`;
}

/** Minute of the week, 0 = Monday 00:00 to 10079, of a minute since 2000-01-01T00:00Z (UTC, or any local clock). */
export function weekMinute(minuteSince2000: number): number {
	return (((minuteSince2000 + EPOCH_WEEKDAY * DAY_MIN) % WEEK_MIN) + WEEK_MIN) % WEEK_MIN;
}

function isLeap(year: number): boolean {
	return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

function daysInMonth(year: number, month: number): number {
	return month === 2 && isLeap(year) ? 29 : MONTH_DAYS[month - 1];
}

/** Days before 1 January of a year, from 1 January 2000: 365 a year and the leap days between. */
function daysBeforeYear(year: number): number {
	const past = year - 1;
	const leapDays = Math.floor(past / 4) - Math.floor(past / 100) + Math.floor(past / 400);
	return (year - 2000) * 365 + leapDays - LEAP_DAYS_BEFORE_2000;
}

function daysSince2000(year: number, month: number, day: number): number {
	let days = daysBeforeYear(year) + day - 1;
	for (let earlier = 1; earlier < month; earlier++) days += daysInMonth(year, earlier);
	return days;
}

function dateOf(days: number): { year: number; month: number; day: number } {
	let year = 2000 + Math.floor(days / 366);
	while (daysBeforeYear(year + 1) <= days) year++;
	while (daysBeforeYear(year) > days) year--;
	let rest = days - daysBeforeYear(year);
	let month = 1;
	while (rest >= daysInMonth(year, month)) rest -= daysInMonth(year, month++);
	return { year, month, day: rest + 1 };
}
