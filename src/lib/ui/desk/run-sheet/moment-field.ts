import { isoMoment } from '../../../text/moments.ts';

const MINUTE_MS = 60_000;
const EPOCH_MS = Date.UTC(2000, 0, 1);

/** A minute of the exercise as the value of a field for date and time, in UTC. */
export function fieldOf(startMinute: number, minute: number): string {
	return isoMoment(startMinute + minute).slice(0, 16);
}

/** The minute of the exercise that a field says; null: it says none. */
export function minuteIn(startMinute: number, value: string): number | null {
	const ms = Date.parse(`${value}Z`);
	return Number.isNaN(ms) ? null : Math.floor((ms - EPOCH_MS) / MINUTE_MS) - startMinute;
}
