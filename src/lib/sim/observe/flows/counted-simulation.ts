import { CELL_STRIDE } from '../../world/columns.ts';
import type { Order } from '../../model.ts';
import { Runner, type World } from '../../run.ts';
import { hostFlows, stateTotals, type FlowFilter, type Flows } from './host-flows.ts';
import { RecordingDraws } from './recording-draws.ts';

/** A world that runs on, where asked with a count of the hosts that take each transition. */
export class CountedSimulation {
	readonly world: World;
	readonly #runner: Runner;
	#draws!: RecordingDraws;

	constructor(world: World) {
		this.world = world;
		this.#runner = new Runner(world, (seed, chances) => (this.#draws = new RecordingDraws(seed, chances)));
	}

	get minute(): number {
		return this.#runner.minute;
	}

	/** To the first minute of the grid at or after `minute`. `orders`: all of the run so far, by minute. */
	advance(orders: readonly Order[], minute: number): void {
		this.#runner.advance(orders, minute);
	}

	/** What moves while `runs` runs the world on. Counting changes nothing of what happens. */
	count(filter: FlowFilter, runs: () => void): Flows {
		const { sites, cells } = this.world.model;
		const counted = Uint8Array.from(cells.site, (site) =>
			(filter.metro === null || sites.metro[site] === filter.metro) &&
			(filter.sector === null || sites.sector[site] === filter.sector)
				? 1
				: 0
		);
		const totals = () => stateTotals(this.world.counts, CELL_STRIDE, counted);
		const fromMin = this.minute;
		const before = totals();
		this.#draws.moved.fill(0);
		this.#draws.counts = counted;
		runs();
		this.#draws.counts = null;
		const hosts = hostFlows(this.#draws.moved, before, totals());
		return { fromMin, toMin: this.minute, filter, hosts };
	}
}
