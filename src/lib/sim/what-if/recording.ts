import type { Model, Order } from '../model.ts';
import type { Frame } from '../observe/frame.ts';
import { HostSums } from '../observe/host-sums.ts';
import { frameOf } from '../observe/observe.ts';
import type { Seed } from '../random/hash.ts';
import { Runner } from '../world/advance.ts';
import { createWorld } from '../world/create-world.ts';
import { restore, snapshot, viewsOn, type World } from '../world/world.ts';
import { CountedRun } from './counted-run.ts';
import { Differences } from './differences.ts';
import { ChangedSites, PlayedSites } from './rest.ts';
import { touchedSites, type TouchedSites } from './touched-sites.ts';

/** A run as it was at a minute. */
interface Moment {
	readonly world: World;
	readonly sums: HostSums;
	readonly frame: Frame;
}

/** Sites that are run anew by themselves, beside a recording of all. */
export interface Part {
	readonly touched: TouchedSites;
	/** Of a new run of them: they differ from the recording, and nothing elsewhere does. */
	readonly surroundings: () => ChangedSites;
}

/** Where more than this share of cells is touched, running them by themselves saves nothing. */
const MOST_SHARE = 0.3;

/**
 * A whole run that others are compared with: it is kept as it was at some minutes, and with what was counted over all of its
 * sites, so that a run which differs at some of them need not run the others.
 */
export class Recording {
	readonly model: Model;
	readonly seed: Seed;
	readonly orders: readonly Order[];
	readonly #counted: CountedRun;
	readonly #moments = new Map<number, Moment>();
	readonly #parts = new Map<string, Part | null>();
	readonly #mostShare: number;

	/**
	 * @param orders of the run, by minute
	 * @param minutes of its grid at which it is kept, ascending; asked for another one, it is run to there again
	 * @param mostShare of cells that runs beside it step by themselves: it decides how long they take
	 */
	constructor(
		model: Model,
		seed: Seed,
		orders: readonly Order[],
		minutes: readonly number[],
		mostShare = MOST_SHARE
	) {
		this.#mostShare = mostShare;
		this.model = model;
		this.seed = seed;
		this.orders = orders;
		const world = createWorld(model, seed);
		this.#counted = new CountedRun(world);
		const runner = new Runner(world, undefined, this.#counted);
		for (const minute of minutes) {
			runner.advance(orders, minute);
			this.#keep(minute, world);
		}
		runner.advance(orders, model.clock.horizonMin);
	}

	/** As it was at a minute of its grid. What is handed out must not be changed. */
	at(minute: number): Moment {
		const kept = this.#moments.get(minute);
		if (kept !== undefined) return kept;
		const world = this.startBefore(minute).world;
		new Runner(world).advance(this.orders, minute);
		return this.#keep(minute, world);
	}

	/** A world of its own, as it was at the last minute that is kept at or before `minute`. */
	startBefore(minute: number): { readonly minute: number; readonly world: World } {
		let last = 0;
		for (const kept of this.#moments.keys()) if (kept <= minute && kept > last) last = kept;
		if (last === 0) return { minute: 0, world: createWorld(this.model, this.seed) };
		return { minute: last, world: restore(this.model, this.seed, this.#moments.get(last)!.world.buffer) };
	}

	/** Whether a run under these orders steps only some sites, as long as it reaches no others. */
	isNear(orders: readonly Order[]): boolean {
		const differences = new Differences(this.model, this.orders);
		differences.takeUntil(orders, Infinity);
		return this.partOf(differences) !== null;
	}

	/** The sites that a run with these differences runs anew; null: it had better run all. */
	partOf({ groups, concernsAll, anyoneLends }: Differences): Part | null {
		if (concernsAll) return null;
		const key = [...groups].sort((a, b) => a - b).join() + String(anyoneLends);
		let part = this.#parts.get(key);
		if (part === undefined) this.#parts.set(key, (part = this.#makePart(groups, anyoneLends)));
		return part;
	}

	#makePart(groups: ReadonlySet<number>, anyoneLends: boolean): Part | null {
		const touched = touchedSites(this.model, groups, anyoneLends);
		if (touched.share > this.#mostShare) return null;
		const played = new PlayedSites(touched, this.#counted);
		const runner = new Runner(createWorld(this.model, this.seed), undefined, played);
		runner.advance(this.orders, this.model.clock.horizonMin);
		return {
			touched,
			surroundings: () => new ChangedSites(touched, this.#counted, played.elsewhere)
		};
	}

	#keep(minute: number, now: World): Moment {
		const world = viewsOn(this.model, this.seed, snapshot(now));
		const sums = new HostSums(this.model);
		sums.add(world);
		const moment = { world, sums, frame: frameOf(world, sums) };
		this.#moments.set(minute, moment);
		return moment;
	}
}
