import { CELL_STRIDE } from '../../sim/columns.ts';
import { stepLengthMin } from '../../sim/grid.ts';
import type { Spots } from '../../sim/map-frame.ts';
import type { Model, Order } from '../../sim/model.ts';
import { createWorld, restore, Runner, seedFromText, snapshot, type World } from '../../sim/run.ts';
import { hostFlows, stateTotals } from './host-flows.ts';
import type { Flows, FlowScope, MapMoment } from './messages.ts';
import { momentOf } from './moment.ts';
import { RecordingDraws } from './recording-draws.ts';

/** Minutes whose state is kept to go back to: close together while much happens. */
const KEPT_MINUTES: readonly number[] = [0, 60, 120, 240, 480, 960, 1440, 2880, 5760, 10080];

/** One play, looked at by spot at any minute, forwards and backwards. */
export class SpotRun {
	readonly #model: Model;
	readonly #seedText: string;
	readonly #orders: readonly Order[];
	readonly #spots: Spots;
	readonly #kept = new Map<number, ArrayBuffer>();
	#world!: World;
	#runner!: Runner;
	#draws!: RecordingDraws;

	constructor(model: Model, seedText: string, orders: readonly Order[], spots: Spots) {
		this.#model = model;
		this.#seedText = seedText;
		this.#orders = orders;
		this.#spots = spots;
		this.#run(createWorld(model, seedFromText(seedText)));
		this.#kept.set(0, snapshot(this.#world));
	}

	/**
	 * The moment at the first minute of the grid at or after `minute`.
	 * @param scope whose flows to count over the last steps before it; null: nobody's, which is quicker
	 */
	at(minute: number, scope: FlowScope | null = null): MapMoment {
		const until = Math.min(minute, this.#model.clock.horizonMin);
		const lookedAt = this.#runner.minute;
		const from = scope === null ? until : this.#flowsFrom(until, lookedAt);
		if (from < lookedAt || until < lookedAt) this.#goBack(Math.min(from, until));
		this.#advance(from);
		const flows = scope === null ? null : this.#record(scope, until);
		return { ...momentOf(this.#world, this.#spots), flows };
	}

	/** Flows are counted since the moment before; after a jump over the last step, or ten minutes of short ones. */
	#flowsFrom(until: number, lookedAt: number): number {
		const step = stepLengthMin(this.#model.clock.spans, Math.max(0, until - 1));
		const stretch = Math.max(10, step);
		if (lookedAt < until && until - lookedAt <= 2 * stretch) return lookedAt;
		return Math.max(0, until - stretch);
	}

	#record(scope: FlowScope, until: number): Flows {
		const { sites, cells } = this.#model;
		const counted = Uint8Array.from(cells.site, (site) =>
			(scope.metro === null || sites.metro[site] === scope.metro) &&
			(scope.sector === null || sites.sector[site] === scope.sector)
				? 1
				: 0
		);
		const totals = () => stateTotals(this.#world.counts, CELL_STRIDE, counted);
		const fromMin = this.#runner.minute;
		const before = totals();
		this.#draws.moved.fill(0);
		this.#draws.counts = counted;
		this.#advance(until);
		this.#draws.counts = null;
		const hosts = hostFlows(this.#draws.moved, before, totals());
		return { fromMin, toMin: this.#runner.minute, scope, hosts };
	}

	#advance(minute: number): void {
		for (const stop of KEPT_MINUTES) {
			if (stop <= this.#runner.minute || stop > minute) continue;
			this.#runner.advance(this.#orders, stop);
			if (!this.#kept.has(stop)) this.#kept.set(stop, snapshot(this.#world));
		}
		this.#runner.advance(this.#orders, minute);
	}

	#goBack(minute: number): void {
		let from = 0;
		for (const kept of this.#kept.keys()) if (kept <= minute && kept > from) from = kept;
		this.#run(restore(this.#model, seedFromText(this.#seedText), this.#kept.get(from)!));
	}

	#run(world: World): void {
		this.#world = world;
		this.#runner = new Runner(world, (seed, chances) => (this.#draws = new RecordingDraws(seed, chances)));
	}
}
