import { parseUtcMinute } from '../../scenario/worlds/calendar.ts';
import type { TimeFrame, TimeQuestion } from './times.ts';

/** Days and times of day as people write them. */

export const DAY_MIN = 1440;
/** By their first three letters, in English and in German. */
const MONTHS = [
	...[['jan'], ['feb'], ['mar', 'mär', 'mrz'], ['apr'], ['may', 'mai'], ['jun'], ['jul'], ['aug'], ['sep']],
	...[['oct', 'okt'], ['nov'], ['dec', 'dez']]
];

/**
 * What a time says of itself at its end: `UTC`, `Z`, and behind a day as ISO 8601 has it `+01:00`. Elsewhere that may be
 * the end of a span.
 */
export function offsetIn(
	text: string,
	isIso: boolean
): { readonly clock: string; readonly aheadMin: number | null } {
	const [, utc] = /^(.*\d)\s*(?:UTC|Z)$/i.exec(text) ?? [];
	if (utc !== undefined) return { clock: utc, aheadMin: 0 };
	const [, clock, sign, hours, minutes] = (isIso && /^(.*\d)([+-])(\d{2}):?(\d{2})$/.exec(text)) || [];
	if (clock === undefined) return { clock: text, aheadMin: null };
	const aheadMin = Number(hours) * 60 + Number(minutes);
	return { clock, aheadMin: sign === '+' ? aheadMin : -aheadMin };
}

/** `08:05`, `8.05 pm`, `0805`, `10h34`, `9.30 Uhr`, `08:05:00` → minute of the day; `24:00` is the end of it. */
export function clockOf(text: string): number | null {
	const parts = /^(\d{1,2})[:.h]?(\d{2})(?:[:.]\d{2})?\s*(am|pm)?\s*(?:hrs?|uhr)?$/i.exec(text.trim());
	if (parts === null) return null;
	const [, hour, minute, half] = parts;
	const hours = half === undefined ? Number(hour) : (Number(hour) % 12) + (/pm/i.test(half) ? 12 : 0);
	const ofDay = hours * 60 + Number(minute);
	return ofDay > DAY_MIN || Number(minute) > 59 ? null : ofDay;
}

/** Days since 2000-01-01, and how much of the text they are. */
type DayReading = { readonly day: number; readonly length: number } | { readonly question: TimeQuestion };

/** The day that a text begins with. */
export function dayOf(text: string, dateOrder: TimeFrame['dateOrder']): DayReading | null {
	const iso = /^(\d{4})-(\d{2})-(\d{2})/.exec(text);
	if (iso !== null) return dated(Number(iso[1]), Number(iso[2]), Number(iso[3]), iso[0].length);
	const named = /^(\d{1,2})\.?\s+(\p{L}{3})\p{L}*\.?,?\s+(\d{4}|\d{2})(?![\d:.h])/iu.exec(text);
	if (named !== null) return dated(yearOf(named[3]!), monthOf(named[2]!), Number(named[1]), named[0].length);
	const american = /^(\p{L}{3})\p{L}*\.?\s+(\d{1,2}),?\s+(\d{4})(?!\d)/iu.exec(text);
	if (american !== null && monthOf(american[1]!) > 0)
		return dated(Number(american[3]), monthOf(american[1]!), Number(american[2]), american[0].length);
	const numbers = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?!\d)/.exec(text);
	if (numbers === null) return null;
	const [whole, a, sign, b, y] = numbers;
	const [first, second] = [Number(a), Number(b)];
	// Points stand between days and months where the day comes first.
	const isDayFirst =
		first > 12 || (second <= 12 && (sign === '.' || dateOrder === 'dayFirst' || first === second));
	const isMonthFirst = second > 12 || dateOrder === 'monthFirst';
	if (!isDayFirst && !isMonthFirst) return { question: 'dateOrder' };
	const [day, month] = isDayFirst ? [first, second] : [second, first];
	return dated(yearOf(y!), month, day, whole.length);
}

function yearOf(text: string): number {
	return text.length === 2 ? 2000 + Number(text) : Number(text);
}

/** From 1; 0: it is none. */
function monthOf(text: string): number {
	return MONTHS.findIndex((names) => names.includes(text.toLowerCase())) + 1;
}

function dated(year: number, month: number, day: number, length: number): DayReading {
	const two = (part: number) => String(part).padStart(2, '0');
	const read = parseUtcMinute(`${String(year).padStart(4, '0')}-${two(month)}-${two(day)}T00:00Z`);
	return read.ok ? { day: read.minute / DAY_MIN, length } : { question: 'notATime' };
}
