import type { Moment } from '../schema/basic.ts';
import { parseUtcMinute } from '../worlds/calendar.ts';

const HOUR_MIN = 60;

/** Minute of the exercise that a moment stands for, or the reason why it stands for none. */
export function readMoment(moment: Moment, startMinute: number): number | { readonly error: string } {
	if (typeof moment === 'number') return moment;
	if (!moment.endsWith('Z')) {
		const [hours, minutes] = moment.split(':').map(Number) as [number, number];
		return hours * HOUR_MIN + minutes;
	}
	const utc = parseUtcMinute(moment);
	return utc.ok ? utc.minute - startMinute : { error: utc.error };
}

/** As {@link readMoment}, for a moment that has been checked. */
export function minuteOf(moment: Moment, startMinute: number): number {
	const minute = readMoment(moment, startMinute);
	if (typeof minute === 'number') return minute;
	throw new TypeError(minute.error);
}
