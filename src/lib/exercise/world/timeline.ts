import type { Frame } from '../../sim/observe/frame.ts';
import type { MapSnapshot } from '../../sim/observe/map/map-snapshot.ts';
import type { Order } from '../../sim/model.ts';
import type { Engine, Run } from './engine.ts';

/** How many snapshots to keep, and how far apart. It decides how long things take, never what comes out. */
export interface Keeping {
	readonly everyMin: number;
	readonly snapshots: number;
}

const DEFAULT_KEEPING: Keeping = { everyMin: 240, snapshots: 32 };

interface Saved {
	readonly minute: number;
	readonly orders: readonly Order[];
	readonly state: ArrayBuffer;
}

/**
 * What the world is like at a minute, given everything ordered in it: computed when asked for, remembered where that
 * saves work. Worlds that share a past share its snapshots. Forgetting all of them changes nothing.
 */
export class Timeline {
	readonly #engine: Engine;
	readonly #keeping: Keeping;
	/** Least recently used first. */
	#saved: Saved[] = [];
	#live: { readonly orders: readonly Order[]; readonly run: Run } | null = null;

	constructor(engine: Engine, keeping: Partial<Keeping> = {}) {
		this.#engine = engine;
		this.#keeping = { ...DEFAULT_KEEPING, ...keeping };
	}

	/** The world at `minute`, or at the first minute of its grid after it. `orders` come sorted by minute. */
	frameAt(orders: readonly Order[], minute: number): Frame {
		return this.#runAt(orders, minute).frame();
	}

	/** What a map shows of the world at that minute. */
	mapSnapshotAt(orders: readonly Order[], minute: number): MapSnapshot {
		return this.#runAt(orders, minute).mapSnapshot();
	}

	/** The world's state at that minute: a snapshot of its own, to look closer. */
	stateAt(orders: readonly Order[], minute: number): ArrayBuffer {
		return this.#runAt(orders, minute).save();
	}

	/** Hash of the world's state at that minute: 16 hexadecimal digits. */
	hashAt(orders: readonly Order[], minute: number): string {
		return this.#runAt(orders, minute).hash();
	}

	/** Drops everything remembered. */
	forget(): void {
		this.#saved = [];
		this.#live = null;
	}

	#runAt(orders: readonly Order[], minute: number): Run {
		const run = this.#nearest(orders, minute);
		const { everyMin } = this.#keeping;
		while (run.minute < minute) {
			const from = run.minute;
			run.advance(orders, Math.min(minute, (Math.floor(from / everyMin) + 1) * everyMin));
			if (run.minute <= from)
				throw new RangeError(`the world ends at minute ${from}, before minute ${minute}`);
			if (Math.floor(run.minute / everyMin) > Math.floor(from / everyMin)) this.#keep(orders, run);
		}
		this.#live = { orders, run };
		return run;
	}

	/** A run at or before `minute` with the past that `orders` give it: the live one, a saved one, or a new one. */
	#nearest(orders: readonly Order[], minute: number): Run {
		let best: Saved | null = null;
		for (const saved of this.#saved) {
			if (saved.minute > minute || (best !== null && saved.minute < best.minute)) continue;
			if (samePast(saved.orders, orders, saved.minute)) best = saved;
		}
		const live = this.#live;
		if (live !== null && live.run.minute <= minute && live.run.minute >= (best?.minute ?? 0)) {
			if (samePast(live.orders, orders, live.run.minute)) return live.run;
		}
		if (best === null) return this.#engine.start();
		this.#saved = [...this.#saved.filter((saved) => saved !== best), best];
		return this.#engine.resume(best.state);
	}

	#keep(orders: readonly Order[], run: Run): void {
		if (this.#keeping.snapshots === 0) return;
		const { minute } = run;
		if (this.#saved.some((saved) => saved.minute === minute && samePast(saved.orders, orders, minute)))
			return;
		const kept = this.#saved.slice(Math.max(0, this.#saved.length - this.#keeping.snapshots + 1));
		this.#saved = [...kept, { minute, orders, state: run.save() }];
	}
}

/** Whether everything ordered before `minute` is the same: what comes at or after it has not had any effect yet. */
export function samePast(a: readonly Order[], b: readonly Order[], minute: number): boolean {
	for (let i = 0; ; i++) {
		const before = i < a.length && a[i].atMin < minute ? a[i] : null;
		const other = i < b.length && b[i].atMin < minute ? b[i] : null;
		if (before === null || other === null) return before === other;
		if (!sameOrder(before, other)) return false;
	}
}

function sameOrder(a: Order, b: Order): boolean {
	return (
		a === b ||
		(a.atMin === b.atMin &&
			a.parameter === b.parameter &&
			a.value === b.value &&
			a.hostClass === b.hostClass &&
			a.scope.kind === b.scope.kind &&
			('id' in a.scope ? a.scope.id : null) === ('id' in b.scope ? b.scope.id : null))
	);
}
