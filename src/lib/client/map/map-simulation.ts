import type { Model, Order } from '../../sim/model.ts';
import { createWorld, restore, seedFromText, snapshot } from '../../sim/run.ts';
import { CountedSimulation } from '../../sim/observe/flows/counted-simulation.ts';
import { flowsFrom } from './flow-window.ts';
import type { FlowFilter } from '../../sim/observe/flows/host-flows.ts';
import type { MapSnapshot } from '../../sim/observe/map/map-snapshot.ts';
import { mapSnapshotOf } from '../../sim/observe/map/map-snapshot.ts';

/** Minutes whose state is kept to go back to: close together while much happens. */
const KEPT_MINUTES: readonly number[] = [0, 60, 120, 240, 480, 960, 1440, 2880, 5760, 10080];

/** One run, looked at by cell at any minute, forwards and backwards. */
export class MapSimulation {
	readonly #model: Model;
	readonly #seedText: string;
	readonly #orders: readonly Order[];
	readonly #kept = new Map<number, ArrayBuffer>();
	#run: CountedSimulation;

	constructor(model: Model, seedText: string, orders: readonly Order[]) {
		this.#model = model;
		this.#seedText = seedText;
		this.#orders = orders;
		this.#run = new CountedSimulation(createWorld(model, seedFromText(seedText)));
		this.#kept.set(0, snapshot(this.#run.world));
	}

	/**
	 * The snapshot at the first minute of the grid at or after `minute`.
	 * @param scope whose flows to count over the last steps before it; null: nobody's, which is quicker
	 */
	at(minute: number, scope: FlowFilter | null = null): MapSnapshot {
		const until = Math.min(minute, this.#model.clock.horizonMin);
		const lookedAt = this.#run.minute;
		const from = scope === null ? until : flowsFrom(this.#model.clock.spans, until, lookedAt);
		if (from < lookedAt || until < lookedAt) this.#goBack(Math.min(from, until));
		this.#advance(from);
		const flows = scope === null ? null : this.#run.count(scope, () => this.#advance(until));
		return mapSnapshotOf(this.#run.world, flows);
	}

	#advance(minute: number): void {
		for (const stop of KEPT_MINUTES) {
			if (stop <= this.#run.minute || stop > minute) continue;
			this.#run.advance(this.#orders, stop);
			if (!this.#kept.has(stop)) this.#kept.set(stop, snapshot(this.#run.world));
		}
		this.#run.advance(this.#orders, minute);
	}

	#goBack(minute: number): void {
		let from = 0;
		for (const kept of this.#kept.keys()) if (kept <= minute && kept > from) from = kept;
		const world = restore(this.#model, seedFromText(this.#seedText), this.#kept.get(from)!);
		this.#run = new CountedSimulation(world);
	}
}
