import { dueMin, HABIT_INTERVAL_MIN } from '../time/intervals.ts';
import { chanceWithin } from '../exact/exp.ts';
import { logOfLikelier } from '../random/binomial.ts';
import { CLASS_COUNT, type Model } from '../model.ts';
import type { Zones } from './zones.ts';

const HOUR_MIN = 60;
const DAY_MIN = 1440;
const WEEK_MIN = 7 * DAY_MIN;
const SATURDAY_MIN = 5 * DAY_MIN;

/** Minute of the local week (0 is Monday 00:00) at a minute of the exercise, `utcOffsetMin` ahead of UTC. */
export function localWeekMinute(model: Model, minute: number, utcOffsetMin: number): number {
	const m = (model.clock.startWeekMinute + minute + utcOffsetMin) % WEEK_MIN;
	return m < 0 ? m + WEEK_MIN : m;
}

export function isWeekend(weekMinute: number): boolean {
	return weekMinute >= SATURDAY_MIN;
}

export function hourOfDay(weekMinute: number): number {
	return Math.floor((weekMinute % DAY_MIN) / HOUR_MIN);
}

/** Share of a class's hosts that are on, between the hours of its habit. */
export function onlineShare(model: Model, hostClass: number, weekMinute: number): number {
	const from = habitAt(model, hostClass, weekMinute);
	const to = habitAt(model, hostClass, (weekMinute + HOUR_MIN) % WEEK_MIN);
	return from + ((to - from) * (weekMinute % HOUR_MIN)) / HOUR_MIN;
}

function habitAt(model: Model, hostClass: number, weekMinute: number): number {
	const habit = model.habits[hostClass]!;
	return (isWeekend(weekMinute) ? habit.weekend : habit.weekday)[hourOfDay(weekMinute)]!;
}

/**
 * Chances that a host wakes or sleeps within a step, by time zone and class.
 *
 * The chain is built so that the share that is on equals the habit at every minute whatever the grid: a share
 * `mix` = 1 − exp(−step/churn) forgets its state and is drawn anew at the habit's level, and of the others just as
 * many move as the habit asks for. So a host that nothing has happened to needs no stepping: it is on with the
 * habit's share. (Two-state chain; its churn is assumed.)
 */
export class Activity {
	readonly wake: Float64Array;
	readonly wakeLog: Float64Array;
	readonly sleep: Float64Array;
	readonly sleepLog: Float64Array;
	/** Share that is on since the last interval ended, by zone and class. */
	readonly online: Float64Array;
	/** Whether hosts are switched on and off in this step. */
	isDue = false;
	readonly #zones: Zones;
	readonly #model: Model;

	constructor(model: Model, zones: Zones) {
		this.#model = model;
		this.#zones = zones;
		const size = zones.offsetMin.length * CLASS_COUNT;
		this.wake = new Float64Array(size);
		this.wakeLog = new Float64Array(size);
		this.sleep = new Float64Array(size);
		this.sleepLog = new Float64Array(size);
		this.online = new Float64Array(size);
	}

	/** Sets every chance for the step of `stepMin` that starts at `minute`; `churnMin` has one value a class. */
	prepare(minute: number, stepMin: number, churnMin: ArrayLike<number>): void {
		const due = dueMin(minute, stepMin, HABIT_INTERVAL_MIN);
		const sinceMin = stepMin < HABIT_INTERVAL_MIN ? minute - (minute % HABIT_INTERVAL_MIN) : minute;
		this.isDue = due > 0;
		for (let zone = 0; zone < this.#zones.offsetMin.length; zone++) {
			const from = localWeekMinute(this.#model, sinceMin, this.#zones.offsetMin[zone]!);
			for (let c = 0; c < CLASS_COUNT; c++) {
				const i = zone * CLASS_COUNT + c;
				this.online[i] = onlineShare(this.#model, c, from);
				if (this.isDue) this.#setMoves(i, c, (from + due) % WEEK_MIN, chanceWithin(due, churnMin[c]!));
			}
		}
	}

	#setMoves(i: number, hostClass: number, toWeekMinute: number, mix: number): void {
		const now = this.online[i]!;
		const then = onlineShare(this.#model, hostClass, toWeekMinute);
		const rise = now < 1 ? Math.max(0, then - now) / (1 - now) : 0;
		const fall = now > 0 ? Math.max(0, now - then) / now : 0;
		this.wake[i] = mix * then + (1 - mix) * rise;
		this.sleep[i] = mix * (1 - then) + (1 - mix) * fall;
		this.wakeLog[i] = logOfLikelier(this.wake[i]!);
		this.sleepLog[i] = logOfLikelier(this.sleep[i]!);
	}
}
