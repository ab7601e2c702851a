import { observeSpots, type Spots } from '../../sim/map-frame.ts';
import type { Model, Order } from '../../sim/model.ts';
import { createWorld, restore, Runner, seedFromText, snapshot, type World } from '../../sim/run.ts';

/** Minutes whose state is kept to go back to: close together while much happens. */
const KEPT_MINUTES: readonly number[] = [
	0, 60, 120, 240, 480, 960, 1440, 2160, 2880, 4320, 5760, 7200, 8640, 10080, 11520, 12960
];

/** One play, looked at by spot at any minute, forwards and backwards. */
export class SpotRun {
	readonly #model: Model;
	readonly #seedText: string;
	readonly #orders: readonly Order[];
	readonly #spots: Spots;
	readonly #kept = new Map<number, ArrayBuffer>();
	#world: World;
	#runner: Runner;

	constructor(model: Model, seedText: string, orders: readonly Order[], spots: Spots) {
		this.#model = model;
		this.#seedText = seedText;
		this.#orders = orders;
		this.#spots = spots;
		this.#world = createWorld(model, seedFromText(seedText));
		this.#runner = new Runner(this.#world);
		this.#kept.set(0, snapshot(this.#world));
	}

	/** Hosts by state at every spot, at the first minute of the grid at or after `minute`. */
	at(minute: number): { minute: number; counts: Int32Array<ArrayBuffer> } {
		if (minute < this.#runner.minute) this.#goBack(minute);
		for (const stop of KEPT_MINUTES) {
			if (stop <= this.#runner.minute || stop > minute) continue;
			this.#runner.advance(this.#orders, stop);
			if (!this.#kept.has(stop)) this.#kept.set(stop, snapshot(this.#world));
		}
		this.#runner.advance(this.#orders, minute);
		const counts = observeSpots(this.#world, this.#spots) as Int32Array<ArrayBuffer>;
		return { minute: this.#runner.minute, counts };
	}

	#goBack(minute: number): void {
		let from = 0;
		for (const kept of this.#kept.keys()) if (kept <= minute && kept > from) from = kept;
		this.#world = restore(this.#model, seedFromText(this.#seedText), this.#kept.get(from)!);
		this.#runner = new Runner(this.#world);
	}
}
