/** Moments of an exercise as people read them. Days and hours are UTC unless a place is named. */

const MINUTE_MS = 60_000;
const EPOCH_MS = Date.UTC(2000, 0, 1);
const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const;
const MONTHS = [
	'January',
	'February',
	'March',
	'April',
	'May',
	'June',
	'July',
	'August',
	'September',
	'October',
	'November',
	'December'
] as const;

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
	return `${DAYS[dateOf(minuteSince2000).getUTCDay()]} ${shortDay(minuteSince2000)}`;
}

/** `19 July 2024` */
export function shortDay(minuteSince2000: number): string {
	const date = dateOf(minuteSince2000);
	return `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
}

/** `Sat 20` */
export function axisDay(minuteSince2000: number): string {
	const date = dateOf(minuteSince2000);
	return `${DAYS[date.getUTCDay()].slice(0, 3)} ${date.getUTCDate()}`;
}

/** For `<time datetime>`. */
export function isoMoment(minuteSince2000: number): string {
	return `${dateOf(minuteSince2000).toISOString().slice(0, 16)}Z`;
}

/** `15:10`, as clocks in a time zone show it. */
export function timeIn(zone: string, minuteSince2000: number): string {
	const format = new Intl.DateTimeFormat('en-GB', {
		timeZone: zone,
		hour: '2-digit',
		minute: '2-digit',
		hourCycle: 'h23'
	});
	return format.format(dateOf(minuteSince2000));
}

/** `Fri 05:10`: short, for lists that go over several days. */
export function dayAndTime(minuteSince2000: number): string {
	return `${axisDay(minuteSince2000).slice(0, 3)} ${timeOfDay(minuteSince2000)}`;
}

/** `61 minutes`, `3 hours 5 minutes`, `2 days 4 hours`. */
export function duration(minutes: number): string {
	const total = Math.abs(Math.round(minutes));
	if (total < 120) return counted(total, 'minute');
	if (total < 48 * 60) return join(Math.floor(total / 60), 'hour', total % 60, 'minute');
	return join(Math.floor(total / 1440), 'day', Math.floor((total % 1440) / 60), 'hour');
}

function join(large: number, largeUnit: string, small: number, smallUnit: string): string {
	return small === 0
		? counted(large, largeUnit)
		: `${counted(large, largeUnit)} ${counted(small, smallUnit)}`;
}

function counted(n: number, unit: string): string {
	return `${n} ${n === 1 ? unit : `${unit}s`}`;
}
