import { parseUtcMinute } from '../../scenario/worlds/calendar.ts';
import type { TableCell } from './table.ts';

/** Where and when an exercise takes place: what times of a list are read against. */
export interface TimeFrame {
	/** Minutes since 2000-01-01T00:00Z of minute 0. */
	readonly startMinute: number;
	/** Changes of the clock of the place whose times the list holds: from which UTC minute, how far ahead of UTC. */
	readonly zone: readonly (readonly [fromMinute: number, offsetMin: number])[];
	/** How 7/11 is read; null: it is asked. */
	readonly dateOrder: 'dayFirst' | 'monthFirst' | null;
	/** Which of two, when clocks are set back; null: it is asked. */
	readonly whenTwice: 'first' | 'second' | null;
}

/** Why a time cannot be told without asking. */
export type TimeQuestion =
	'dateOrder' | 'comesTwice' | 'neverComes' | 'noTimeOfDay' | 'noTime' | 'notATime' | 'beforeStart';

export type TimeReading =
	/** Minutes since the exercise's start. */
	{ readonly ok: true; readonly atMin: number } | { readonly ok: false; readonly question: TimeQuestion };

const DAY_MIN = 1440;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** A day and a minute of it, on the clock of the place; either may be missing. */
interface Moment {
	/** Days since 2000-01-01; null: not said. */
	readonly day: number | null;
	readonly ofDay: number | null;
	/** Said to be UTC. */
	readonly isUtc: boolean;
}

/** @param day what stands in a column of its own for the day; empty: nothing */
export function readTime(cell: TableCell, day: TableCell, frame: TimeFrame): TimeReading {
	if (cell.kind === 'empty' && day.kind === 'empty') return ask('noTime');
	const relative = cell.kind === 'text' ? relativeMinutes(cell.text, frame) : null;
	if (relative !== null) return relative;
	const at = momentOf(cell, frame);
	const on = dayNumber(day, frame) ?? momentOf(day, frame);
	if ('question' in at) return ask(at.question);
	if ('question' in on) return ask(on.question);
	const ofDay = at.ofDay ?? on.ofDay;
	if (ofDay === null) return ask('noTimeOfDay');
	const start = onClock(frame.startMinute, frame.zone);
	const startDay = Math.floor(start / DAY_MIN);
	const told = at.day ?? on.day;
	// A time without a day is on the first day on which it has not passed yet.
	const found = told ?? (startDay * DAY_MIN + ofDay >= start ? startDay : startDay + 1);
	const local = found * DAY_MIN + ofDay;
	const utc = at.isUtc ? ({ ok: true, minute: local } as const) : utcOf(local, frame);
	if (!utc.ok) return utc;
	const atMin = utc.minute - frame.startMinute;
	return atMin < 0 ? ask('beforeStart') : { ok: true, atMin };
}

/** A plain number in a column for the day: the first day is 1. */
function dayNumber(cell: TableCell, { startMinute, zone }: TimeFrame): Moment | null {
	const text = cell.kind === 'empty' || cell.kind === 'date' ? '' : cell.text.trim();
	if (!/^\d{1,2}$/.test(text)) return null;
	const first = Math.floor(onClock(startMinute, zone) / DAY_MIN);
	return { day: first + Number(text) - 1, ofDay: null, isUtc: false };
}

const ask = (question: TimeQuestion) => ({ ok: false, question }) as const;

/** `T+90`, `T+1:30`, `STARTEX + 2h`, `D+1 08:00`, `Day 2, 08:00`; null: it is none of these. */
function relativeMinutes(text: string, frame: TimeFrame): TimeReading | null {
	const since = /^(?:t|h|startex|e)\s*\+\s*(\d+)(?::(\d{2}))?\s*(min|m|h|hours?|minutes?)?$/i.exec(
		text.trim()
	);
	if (since !== null) {
		const [, first, minutes, unit = ''] = since;
		if (minutes !== undefined) return { ok: true, atMin: Number(first) * 60 + Number(minutes) };
		return { ok: true, atMin: Number(first) * (/^h/i.test(unit) || /^h\s*\+/i.test(text) ? 60 : 1) };
	}
	const day = /^(?:d\s*\+\s*(\d+)|day\s+(\d+))(?:[\s,]+(.+))?$/i.exec(text.trim());
	if (day === null) return null;
	const [, plus, nth, rest] = day;
	const clock = rest === undefined ? null : clockOf(rest);
	if (clock === null) return ask(rest === undefined ? 'noTimeOfDay' : 'notATime');
	const start = onClock(frame.startMinute, frame.zone);
	const days = Math.floor(start / DAY_MIN) + (plus === undefined ? Number(nth) - 1 : Number(plus));
	const utc = utcOf(days * DAY_MIN + clock, frame);
	if (!utc.ok) return utc;
	const atMin = utc.minute - frame.startMinute;
	return atMin < 0 ? ask('beforeStart') : { ok: true, atMin };
}

function momentOf(cell: TableCell, frame: TimeFrame): Moment | { readonly question: TimeQuestion } {
	const nothing: Moment = { day: null, ofDay: null, isUtc: false };
	if (cell.kind === 'empty') return nothing;
	if (cell.kind === 'date') {
		const day = Math.floor(cell.minute / DAY_MIN);
		const ofDay = cell.minute - day * DAY_MIN;
		if (!cell.hasDay) return { ...nothing, ofDay };
		// A day at midnight sharp is a day: the time stands elsewhere, or is to be asked for.
		return { day, ofDay: ofDay === 0 ? null : ofDay, isUtc: false };
	}
	const text = cell.text.trim();
	const day = dayOf(text, frame);
	if (day !== null && 'question' in day) return day;
	const rest = day === null ? text : text.slice(day.length).replace(/^[\s,T]+/, '');
	const isUtc = /(?:\bUTC|\dZ)$/i.test(rest);
	const ofDay = clockOf(rest);
	if (day === null && ofDay === null) return { question: 'notATime' };
	if (day !== null && rest !== '' && ofDay === null) return { question: 'notATime' };
	return { day: day?.day ?? null, ofDay, isUtc };
}

/** `08:05`, `8.05 pm`, `0805`, `08:05:00 UTC` → minute of the day. */
function clockOf(text: string): number | null {
	const parts = /^(\d{1,2})[:.h]?(\d{2})(?:[:.]\d{2})?\s*(am|pm)?\s*(?:UTC|Z|hrs?)?$/i.exec(text.trim());
	if (parts === null) return null;
	const [, hour, minute, half] = parts;
	const hours = half === undefined ? Number(hour) : (Number(hour) % 12) + (/pm/i.test(half) ? 12 : 0);
	return hours > 23 || Number(minute) > 59 ? null : hours * 60 + Number(minute);
}

/** The day that a text begins with. */
function dayOf(
	text: string,
	{ dateOrder }: TimeFrame
): { readonly day: number; readonly length: number } | { readonly question: TimeQuestion } | null {
	const iso = /^(\d{4})-(\d{2})-(\d{2})/.exec(text);
	if (iso !== null) return dated(Number(iso[1]), Number(iso[2]), Number(iso[3]), iso[0].length);
	const named = /^(\d{1,2})\.?\s+([a-z]{3})[a-z]*\.?,?\s+(\d{4})/i.exec(text);
	if (named !== null) {
		const month = MONTHS.indexOf(named[2]!.toLowerCase()) + 1;
		return dated(Number(named[3]), month, Number(named[1]), named[0].length);
	}
	const numbers = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?!\d)/.exec(text);
	if (numbers === null) return null;
	const [whole, a, sign, b, y] = numbers;
	const [first, second] = [Number(a), Number(b)];
	const year = y!.length === 2 ? 2000 + Number(y) : Number(y);
	// Points stand between days and months where the day comes first.
	const isDayFirst =
		first > 12 || (second <= 12 && (sign === '.' || dateOrder === 'dayFirst' || first === second));
	const isMonthFirst = second > 12 || dateOrder === 'monthFirst';
	if (!isDayFirst && !isMonthFirst) return { question: 'dateOrder' };
	const [day, month] = isDayFirst ? [first, second] : [second, first];
	return dated(year, month, day, whole.length);
}

function dated(year: number, month: number, day: number, length: number) {
	const two = (part: number) => String(part).padStart(2, '0');
	const read = parseUtcMinute(`${String(year).padStart(4, '0')}-${two(month)}-${two(day)}T00:00Z`);
	return read.ok ? { day: read.minute / DAY_MIN, length } : ({ question: 'notATime' } as const);
}

function offsetAt(utc: number, zone: TimeFrame['zone']): number {
	let offset = zone[0]?.[1] ?? 0;
	for (const [from, ahead] of zone) if (from <= utc) offset = ahead;
	return offset;
}

/** What clocks of the place show. */
function onClock(utc: number, zone: TimeFrame['zone']): number {
	return utc + offsetAt(utc, zone);
}

/** The moment at which clocks of the place show this: none, one, or two of them. */
function utcOf(
	local: number,
	{ zone, whenTwice }: TimeFrame
): { readonly ok: true; readonly minute: number } | { readonly ok: false; readonly question: TimeQuestion } {
	const offsets = [...new Set([0, ...zone.map(([, offset]) => offset)])];
	const found = offsets
		.map((offset) => local - offset)
		.filter((utc) => onClock(utc, zone) === local)
		.sort((a, b) => a - b);
	if (found.length === 0) return ask('neverComes');
	if (found.length === 1) return { ok: true, minute: found[0]! };
	if (whenTwice === null) return ask('comesTwice');
	return { ok: true, minute: whenTwice === 'first' ? found[0]! : found.at(-1)! };
}
