import { Activity } from './activity.ts';
import { ASLEEP, CELL_STRIDE, PROTECTED } from '../world/columns.ts';
import type { Draws } from '../random/draws.ts';
import { stepLengthMin } from '../time/grid.ts';
import { CLASS_COUNT, type Model } from '../model.ts';
import { logOfLikelier } from '../random/binomial.ts';
import { STREAM } from '../random/streams.ts';
import type { Zones } from './zones.ts';

/**
 * How hosts have slept and woken between two minutes, by zone and class, while they were not stepped: while a rollout was
 * paused, or before a ring opened. The two-state chain of {@link Activity}, advanced in one exact calculation: what a
 * host was at the start is forgotten by 1 − wake − sleep in every step.
 */
export class Gap {
	/** Share that is on at the start of the gap, and at its end. */
	readonly onlineBefore: Float64Array;
	readonly onlineAfter: Float64Array;
	/** Chance that a host that was on at the start has not slept since. */
	readonly stayedOn: Float64Array;
	/** How much of what a host was at the start is still to be seen at the end, 0 to 1. */
	readonly remembered: Float64Array;
	readonly #activity: Activity;
	readonly #model: Model;
	#fromMin = -1;
	#toMin = -1;

	constructor(model: Model, zones: Zones) {
		this.#model = model;
		this.#activity = new Activity(model, zones);
		const size = zones.offsetMin.length * CLASS_COUNT;
		this.onlineBefore = new Float64Array(size);
		this.onlineAfter = new Float64Array(size);
		this.stayedOn = new Float64Array(size);
		this.remembered = new Float64Array(size);
	}

	/** Takes the steps of the grid from `fromMin` until `toMin`, both on it; `churnMin` has one value a class. */
	prepare(fromMin: number, toMin: number, churnMin: ArrayLike<number>): void {
		if (fromMin === this.#fromMin && toMin === this.#toMin) return;
		this.#fromMin = fromMin;
		this.#toMin = toMin;
		const { spans } = this.#model.clock;
		this.stayedOn.fill(1);
		this.remembered.fill(1);
		for (let minute = fromMin; minute <= toMin;) {
			const stepMin = stepLengthMin(spans, minute);
			this.#activity.prepare(minute, stepMin, churnMin);
			if (minute === fromMin) this.onlineBefore.set(this.#activity.online);
			if (minute === toMin) this.onlineAfter.set(this.#activity.online);
			else this.#pass();
			minute += stepMin;
		}
	}

	#pass(): void {
		const { wake, sleep } = this.#activity;
		for (let i = 0; i < this.stayedOn.length; i++) {
			this.stayedOn[i]! *= 1 - sleep[i]!;
			this.remembered[i]! *= 1 - wake[i]! - sleep[i]!;
		}
	}

	/** Chance that a host of a zone and class (row `habit`) is on at the end when it was on at the start. */
	onIfOn(habit: number): number {
		return share(this.onlineAfter[habit]! + (1 - this.onlineBefore[habit]!) * this.remembered[habit]!);
	}

	/** The same when it was off. */
	onIfOff(habit: number): number {
		return share(this.onlineAfter[habit]! - this.onlineBefore[habit]! * this.remembered[habit]!);
	}
}

/** Moves hosts of a cell that a release had reached through a gap, by their chances to be on at its end. */
export function passGap(
	counts: Int32Array,
	draws: Draws,
	cell: number,
	onIfOn: number,
	onIfOff: number
): void {
	const at = cell * CELL_STRIDE;
	const on = counts[at + PROTECTED]!;
	const off = counts[at + ASLEEP]!;
	const stillOn = draws.binomial(STREAM.onAfterGap, cell, on, onIfOn, logOfLikelier(onIfOn));
	const woken = draws.binomial(STREAM.wokenInGap, cell, off, onIfOff, logOfLikelier(onIfOff));
	counts[at + PROTECTED] = stillOn + woken;
	counts[at + ASLEEP] = on + off - stillOn - woken;
}

/** A chance that rounding may have left slightly outside of 0 to 1. */
function share(value: number): number {
	return Math.min(1, Math.max(0, value));
}
