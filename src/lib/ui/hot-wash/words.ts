import type { Localized } from '../../scenario/scenario.ts';
import { dayAndTime, timeOfDay } from '../../text/moments.ts';
import { inLocale, wordsFor } from '../../text/words.ts';

/** What the hot wash says. */
export const words = wordsFor().hotWash;

/** What an author wrote, in the language of the page. */
export function said(text: Localized): string {
	return inLocale(text);
}

/** When something was done: `in preparation`, `at 05:00`, `on Sat 04:00`. */
export function whenDone(startMinute: number, atMin: number): string {
	if (atMin < 0) return words.course.prepared;
	const time = briefly(startMinute, atMin);
	return isFirstDay(startMinute, atMin) ? words.course.at(time) : words.course.on(time);
}

/** The same for lists: `before`, `05:00`, `Sat 04:00`. */
export function briefly(startMinute: number, atMin: number): string {
	if (atMin < 0) return words.course.before;
	const moment = startMinute + atMin;
	return isFirstDay(startMinute, atMin) ? timeOfDay(moment) : dayAndTime(moment);
}

function isFirstDay(startMinute: number, atMin: number): boolean {
	return Math.floor((startMinute + atMin) / 1440) === Math.floor(startMinute / 1440);
}
