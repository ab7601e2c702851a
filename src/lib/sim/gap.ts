import { Activity } from './activity.ts';
import { ASLEEP, CELL_STRIDE, PROTECTED } from './columns.ts';
import type { Draws } from './draws.ts';
import { log } from './exact/log.ts';
import { stepLengthMin } from './grid.ts';
import { CLASS_COUNT, type Model } from './model.ts';
import { STREAM } from './streams.ts';
import type { Zones } from './zones.ts';

/**
 * How hosts have slept and woken between two minutes, by zone and class, when nobody stepped them: while a rollout was
 * paused, or before a ring opened. The two-state chain of {@link Activity}, jumped in one go and exactly: what a host
 * was at the start is forgotten by 1 − wake − sleep in every step.
 */
export class Gap {
	/** Share that was on at the start of the gap. */
	readonly onlineBefore: Float64Array;
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
		this.stayedOn = new Float64Array(size);
		this.remembered = new Float64Array(size);
	}

	/** Takes the steps of the grid from `fromMin` until `toMin`; `churnMin` has one value a class. */
	prepare(fromMin: number, toMin: number, churnMin: ArrayLike<number>): void {
		if (fromMin === this.#fromMin && toMin === this.#toMin) return;
		this.#fromMin = fromMin;
		this.#toMin = toMin;
		const { spans } = this.#model.clock;
		this.stayedOn.fill(1);
		this.remembered.fill(1);
		let first = true;
		for (let minute = 0; minute <= toMin;) {
			const stepMin = stepLengthMin(spans, minute);
			if (minute >= fromMin) {
				this.#activity.prepare(minute, stepMin, churnMin);
				if (first) this.onlineBefore.set(this.#activity.online);
				first = false;
				if (minute < toMin) this.#pass();
			}
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

	/**
	 * Brings the hosts of a cell that a release had reached to where they are at the end of the gap, when a share
	 * `online` is on. `habit` is the row of the cell's zone and class; with `stayOff` nobody has woken.
	 */
	catchUp(
		counts: Int32Array,
		draws: Draws,
		cell: number,
		habit: number,
		online: number,
		stayOff: boolean
	): void {
		const before = this.onlineBefore[habit]!;
		const left = this.remembered[habit]!;
		const stays = stayOff ? this.stayedOn[habit]! : share(online + (1 - before) * left);
		const wakes = stayOff ? 0 : share(online - before * left);
		const at = cell * CELL_STRIDE;
		const on = counts[at + PROTECTED]!;
		const off = counts[at + ASLEEP]!;
		const stillOn = draws.binomial(STREAM.onAfterGap, cell, on, stays, log(1 - stays));
		const woken = draws.binomial(STREAM.wokenInGap, cell, off, wakes, log(1 - wakes));
		counts[at + PROTECTED] = stillOn + woken;
		counts[at + ASLEEP] = on + off - stillOn - woken;
	}
}

/** A chance that rounding may have left a hair outside of 0 to 1. */
function share(value: number): number {
	return Math.min(1, Math.max(0, value));
}
