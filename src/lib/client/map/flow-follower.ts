import { samePast } from '../../exercise/world/timeline.ts';
import type { Model, Order } from '../../sim/model.ts';
import { restore, type Seed } from '../../sim/run.ts';
import { CountedSimulation } from '../../sim/observe/flows/counted-simulation.ts';
import { flowsFrom } from './flow-window.ts';
import type { FlowFilter } from '../../sim/observe/flows/host-flows.ts';
import type { MapSnapshot } from '../../sim/observe/map/map-snapshot.ts';
import { mapSnapshotOf } from '../../sim/observe/map/map-snapshot.ts';

export interface Followed {
	readonly model: Model;
	readonly seed: Seed;
	/** Everything ordered in the run so far, by minute. */
	readonly orders: () => readonly Order[];
	/** The world's state at a minute of the run so far, as a snapshot. */
	readonly stateAt: (minute: number) => ArrayBuffer;
}

/**
 * Runs a world of its own behind a run, from one snapshot that is shown to the next, and counts what moves. It takes the
 * steps between two snapshots once more: for as long as somebody looks at flows, and not otherwise.
 */
export class FlowFollower {
	readonly #followed: Followed;
	#run: CountedSimulation | null = null;
	#orders: readonly Order[] = [];

	constructor(followed: Followed) {
		this.#followed = followed;
	}

	/** The snapshot at a minute of the run so far, with what moved since the snapshot before. */
	at(minute: number, scope: FlowFilter): MapSnapshot {
		const { model, seed, orders, stateAt } = this.#followed;
		const all = orders();
		let run = this.#run;
		const fromMin = flowsFrom(model.clock.spans, minute, run?.minute ?? Infinity);
		if (run === null || run.minute !== fromMin || !samePast(this.#orders, all, run.minute)) {
			run = this.#run = new CountedSimulation(restore(model, seed, stateAt(fromMin)));
		}
		this.#orders = all;
		const going = run;
		const flows = going.count(scope, () => going.advance(all, minute));
		return mapSnapshotOf(going.world, flows);
	}
}
