import type { Localized } from '../../scenario/scenario.ts';
import { dayAndTime, timeOfDay } from '../../text/moments.ts';
import { hotWash } from '../../text/en/hot-wash.ts';
import { inLocale } from '../../text/words.ts';

/** What the hot wash says. */
export const words = hotWash;

/** What an author wrote, in the language of the page. */
export function said(text: Localized): string {
	return inLocale(text, 'en');
}

/** When something was done: `in preparation`, `at 05:00`, `on Sat 04:00`. */
export function whenDone(startMinute: number, atMin: number): string {
	if (atMin < 0) return words.course.prepared;
	const moment = startMinute + atMin;
	const isFirstDay = Math.floor(moment / 1440) === Math.floor(startMinute / 1440);
	return isFirstDay ? `at ${timeOfDay(moment)}` : `on ${dayAndTime(moment)}`;
}

/** The same for lists: `before`, `05:00`, `Sat 04:00`. */
export function briefly(startMinute: number, atMin: number): string {
	if (atMin < 0) return words.course.before;
	return whenDone(startMinute, atMin).replace(/^(at|on) /, '');
}
