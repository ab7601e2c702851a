import { dayAndTime, timeOfDay } from '../../text/moments.ts';

/** A minute of the exercise as a time; with its day where that is not the first. */
export function momentOf(startMinute: number, minute: number): string {
	const moment = startMinute + minute;
	const isFirstDay = Math.floor(moment / 1440) === Math.floor(startMinute / 1440);
	return isFirstDay ? timeOfDay(moment) : dayAndTime(moment);
}
