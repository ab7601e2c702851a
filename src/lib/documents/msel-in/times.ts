import { clockOf, DAY_MIN, dayOf, offsetIn } from './clock-texts.ts';
import type { TableCell } from './table.ts';

/** Where and when an exercise takes place: what times of a list are read against. */
export interface TimeFrame {
	/** Minutes since 2000-01-01T00:00Z of minute 0. */
	readonly startMinute: number;
	/** The last minute of the exercise. */
	readonly horizonMin: number;
	/** Changes of the clock of the place whose times the list holds: from which UTC minute, how far ahead of UTC. */
	readonly zone: readonly (readonly [fromMinute: number, offsetMin: number])[];
	/** How 7/11 is read; null: it is asked. */
	readonly dateOrder: 'dayFirst' | 'monthFirst' | null;
	/** Which of two, when clocks are set back; null: it is asked. */
	readonly whenTwice: 'first' | 'second' | null;
}

/** Why a time cannot be told without asking. */
export type TimeQuestion =
	| 'dateOrder'
	| 'comesTwice'
	| 'neverComes'
	| 'noTimeOfDay'
	| 'noTime'
	| 'notATime'
	| 'beforeStart'
	| 'afterEnd';

export type TimeReading =
	/** Minutes since the exercise's start. */
	{ readonly ok: true; readonly atMin: number } | { readonly ok: false; readonly question: TimeQuestion };

/** A day and a minute of it, on the clock of the place; either may be missing. */
interface Moment {
	/** Days since 2000-01-01; null: not said. */
	readonly day: number | null;
	readonly ofDay: number | null;
	/** How far ahead of UTC it says that it is; null: it is on the clock of the place. */
	readonly aheadMin: number | null;
}

/** @param day what stands in a column of its own for the day; empty: nothing */
export function readTime(cell: TableCell, day: TableCell, frame: TimeFrame): TimeReading {
	if (cell.kind === 'empty' && day.kind === 'empty') return ask('noTime');
	const relative = cell.kind === 'text' ? relativeTime(cell.text, frame) : null;
	return relative ?? clockTime(cell, day, frame);
}

function clockTime(cell: TableCell, day: TableCell, frame: TimeFrame): TimeReading {
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
	if (at.aheadMin !== null) return within(local - at.aheadMin - frame.startMinute, frame);
	const utc = utcOf(local, frame);
	return utc.ok ? within(utc.minute - frame.startMinute, frame) : utc;
}

/** What clocks of the place show, where a day and a time of it are said; null: they are not, or are counted from the start. */
export function clockIn(cell: TableCell, day: TableCell, frame: TimeFrame): number | null {
	const at = momentOf(cell, frame);
	const on = momentOf(day, frame);
	if ('question' in at || 'question' in on || at.aheadMin !== null) return null;
	const told = at.day ?? on.day;
	const ofDay = at.ofDay ?? on.ofDay;
	return told === null || ofDay === null ? null : told * DAY_MIN + ofDay;
}

/** A minute of the exercise, where it is one. */
function within(atMin: number, { horizonMin }: TimeFrame): TimeReading {
	if (atMin < 0) return ask('beforeStart');
	return atMin > horizonMin ? ask('afterEnd') : { ok: true, atMin };
}

/** A plain number in a column for the day: the first day is 1. */
function dayNumber(cell: TableCell, { startMinute, zone }: TimeFrame): Moment | null {
	const text = cell.kind === 'empty' || cell.kind === 'date' ? '' : cell.text.trim();
	if (!/^\d{1,2}$/.test(text)) return null;
	const first = Math.floor(onClock(startMinute, zone) / DAY_MIN);
	return { day: first + Number(text) - 1, ofDay: null, aheadMin: null };
}

const ask = (question: TimeQuestion) => ({ ok: false, question }) as const;

/** `T+90`, `T+1:30`, `+95`, `STARTEX + 2h`, `T-30`, `D+1 08:00`, `Day 2, 08:00`; null: it is none of these. */
function relativeTime(text: string, frame: TimeFrame): TimeReading | null {
	const since =
		/^(t|h|startex|e)?\s*([+\u2212\u2013-])\s*(\d+)(?::(\d{2}))?\s*(min|m|h|hours?|minutes?)?$/i.exec(
			text.trim()
		);
	if (since !== null && (since[1] !== undefined || since[2] === '+')) {
		const [, from = '', sign, first, minutes, unit = ''] = since;
		const isHours = minutes !== undefined || /^h/i.test(unit) || (unit === '' && /^h$/i.test(from));
		const length = isHours ? Number(first) * 60 + Number(minutes ?? 0) : Number(first);
		return within(sign === '+' || length === 0 ? length : -length, frame);
	}
	const day = /^(?:d\s*\+\s*(\d+)|day\s+(\d+))(?:[\s,]+(.+))?$/i.exec(text.trim());
	if (day === null) return null;
	const [, plus, nth, rest] = day;
	const clock = rest === undefined ? null : clockOf(rest);
	if (clock === null) return ask(rest === undefined ? 'noTimeOfDay' : 'notATime');
	const start = onClock(frame.startMinute, frame.zone);
	const days = Math.floor(start / DAY_MIN) + (plus === undefined ? Number(nth) - 1 : Number(plus));
	const utc = utcOf(days * DAY_MIN + clock, frame);
	return utc.ok ? within(utc.minute - frame.startMinute, frame) : utc;
}

function momentOf(cell: TableCell, frame: TimeFrame): Moment | { readonly question: TimeQuestion } {
	const nothing: Moment = { day: null, ofDay: null, aheadMin: null };
	if (cell.kind === 'empty') return nothing;
	if (cell.kind === 'date') {
		const day = Math.floor(cell.minute / DAY_MIN);
		const ofDay = cell.minute - day * DAY_MIN;
		if (!cell.hasDay) return { ...nothing, ofDay };
		// A day at midnight sharp is a day: the time stands elsewhere, or is to be asked for.
		return { day, ofDay: ofDay === 0 ? null : ofDay, aheadMin: null };
	}
	const text = cell.text.trim();
	const day = dayOf(text, frame.dateOrder);
	if (day !== null && 'question' in day) return day;
	const rest = day === null ? text : text.slice(day.length).replace(/^[\s,T]+/, '');
	const { clock, aheadMin } = offsetIn(rest, /^\d{4}-/.test(text));
	const ofDay = clockOf(clock);
	if (day === null && ofDay === null) return { question: 'notATime' };
	if (day !== null && rest !== '' && ofDay === null) return { question: 'notATime' };
	return { day: day?.day ?? null, ofDay, aheadMin };
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

/** The moment at which clocks of the place first show this; where they never do, when they would without their change. */
export function utcOfClock(local: number, zone: TimeFrame['zone']): number {
	const utc = utcOf(local, { zone, whenTwice: 'first' });
	return utc.ok ? utc.minute : local - offsetAt(local - DAY_MIN, zone);
}

/** The moment at which clocks of the place show this: none, one, or two of them. */
function utcOf(
	local: number,
	{ zone, whenTwice }: Pick<TimeFrame, 'zone' | 'whenTwice'>
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
