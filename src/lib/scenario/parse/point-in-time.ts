import type { PointInTime } from '../schema/basic.ts';
import { parseUtcMinute, type CalendarFault } from '../worlds/calendar.ts';

const HOUR_MIN = 60;

/** Minute of the exercise that a time stands for, or the reason why it stands for none. */
export function readPointInTime(time: PointInTime, startMinute: number): number | CalendarFault {
	if (typeof time === 'number') return time;
	if (!time.endsWith('Z')) {
		const [hours, minutes] = time.split(':').map(Number) as [number, number];
		return hours * HOUR_MIN + minutes;
	}
	const utc = parseUtcMinute(time);
	return utc.ok ? utc.minute - startMinute : utc.fault;
}

/** As {@link readPointInTime}, for a time that has been checked. */
export function minuteOf(time: PointInTime, startMinute: number): number {
	const minute = readPointInTime(time, startMinute);
	if (typeof minute === 'number') return minute;
	throw new TypeError(minute.code);
}
