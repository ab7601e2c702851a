import { samePast } from '../../exercise/world/timeline.ts';
import type { Spots } from '../../sim/observe/map-frame.ts';
import type { Model, Order } from '../../sim/model.ts';
import { restore, type Seed } from '../../sim/run.ts';
import { CountedRun } from './counted-run.ts';
import { flowsFrom } from './flow-stretch.ts';
import type { FlowScope, MapMoment } from './messages.ts';
import { momentOf } from './moment.ts';

export interface Followed {
	readonly model: Model;
	readonly seed: Seed;
	readonly spots: Spots;
	/** Everything ordered in the play so far, by minute. */
	readonly orders: () => readonly Order[];
	/** The world's state at a minute of the run so far, as a snapshot. */
	readonly stateAt: (minute: number) => ArrayBuffer;
}

/**
 * Runs a world of its own behind a play, from one moment that is shown to the next, and counts what moves. It takes the
 * steps between two moments once more: for as long as somebody looks at flows, and not otherwise.
 */
export class FlowFollower {
	readonly #followed: Followed;
	#run: CountedRun | null = null;
	#orders: readonly Order[] = [];

	constructor(followed: Followed) {
		this.#followed = followed;
	}

	/** The moment at a minute of the run so far, with what moved since the moment before. */
	at(minute: number, scope: FlowScope): MapMoment {
		const { model, seed, spots, orders, stateAt } = this.#followed;
		const all = orders();
		let run = this.#run;
		const fromMin = flowsFrom(model.clock.spans, minute, run?.minute ?? Infinity);
		if (run === null || run.minute !== fromMin || !samePast(this.#orders, all, run.minute)) {
			run = this.#run = new CountedRun(restore(model, seed, stateAt(fromMin)));
		}
		this.#orders = all;
		const going = run;
		const flows = going.count(scope, () => going.advance(all, minute));
		return { ...momentOf(going.world, spots), flows };
	}
}
