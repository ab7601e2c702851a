import { chanceWithin } from '../../exact/exp.ts';
import { minutesDue } from './rates.ts';
import type { Model } from '../../model.ts';

const WEEK_MIN = 7 * 1440;

/** Minute of the local week, 0 on Monday at midnight. */
export function localMinute(model: Model, minute: number, utcOffsetMin: number): number {
	return (((model.clock.startWeekMinute + minute + utcOffsetMin) % WEEK_MIN) + WEEK_MIN) % WEEK_MIN;
}

/** Share of a class that is on: the habit's hours, joined by straight lines. */
export function onlineShareAt(model: Model, hostClass: number, minute: number, utcOffsetMin: number): number {
	const local = localMinute(model, minute, utcOffsetMin);
	const atHour = (hour: number) => {
		const day = Math.floor(hour / 24) % 7;
		return model.habits[hostClass]![day < 5 ? 'weekday' : 'weekend'][hour % 24]!;
	};
	const hour = Math.floor(local / 60);
	const past = (local - hour * 60) / 60;
	return (1 - past) * atHour(hour) + past * atHour((hour + 1) % (7 * 24));
}

/**
 * Chances that one host wakes or sleeps in a step, drawn every five minutes: with the churn's chance it is switched to
 * what the habit says at the interval's end, and else moves only as far as the habit itself moves.
 */
export function wakeAndSleep(
	model: Model,
	hostClass: number,
	utcOffsetMin: number,
	minute: number,
	stepMin: number,
	churnMin: number
): { readonly wake: number; readonly sleep: number } {
	const due = minutesDue(minute, stepMin, 5);
	if (due === 0) return { wake: 0, sleep: 0 };
	const end = minute + stepMin;
	const from = stepMin < 5 ? end - (end % 5) - due : minute;
	const now = onlineShareAt(model, hostClass, from, utcOffsetMin);
	const then = onlineShareAt(model, hostClass, from + due, utcOffsetMin);
	const anew = chanceWithin(due, churnMin);
	const wakes = then > now ? (then - now) / (1 - now) : 0;
	const sleeps = then < now ? (now - then) / now : 0;
	return { wake: anew * then + (1 - anew) * wakes, sleep: anew * (1 - then) + (1 - anew) * sleeps };
}
