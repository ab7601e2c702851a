import { spotsOf, type Spots } from '../../sim/map-frame.ts';
import { restore, seedFromText } from '../../sim/run.ts';
import type { Pack } from '../worker/shelf.ts';
import { mapFactsOf } from './map-facts.ts';
import type { MapFacts, MapMoment } from './messages.ts';
import { momentOf } from './moment.ts';

/** Most often that a map is told a moment: what is between them it fills in. */
const TELL_EVERY_MS = 120;

export type MapWatchNews =
	| { readonly type: 'mapFacts'; readonly facts: MapFacts }
	| { readonly type: 'moment'; readonly moment: MapMoment };

export interface MapWatchParts {
	readonly pack: Pack;
	readonly seed: string;
	/** The world's state at a minute of the run so far, as a snapshot. */
	readonly stateAt: (minute: number) => ArrayBuffer;
	readonly wall: { nowMs(): number; later(call: () => void, ms: number): unknown };
	readonly tell: (news: MapWatchNews) => void;
}

/** What a room tells a map: its facts once, then moments at a pace that can be drawn; nothing while nobody watches. */
export class MapWatch {
	readonly #parts: MapWatchParts;
	#spots: Spots | null = null;
	#isOn = false;
	/** The minute that is to be told next; null: none. */
	#wanted: number | null = null;
	/** A past minute that is looked at instead of the present. */
	#back: number | null = null;
	#now = 0;
	#toldAtMs = -Infinity;
	#isWaiting = false;

	constructor(parts: MapWatchParts) {
		this.#parts = parts;
	}

	/** Begins with the facts and the present moment. */
	watch(on: boolean): void {
		this.#isOn = on;
		if (!on) return;
		const { scenario, model } = this.#parts.pack;
		this.#spots = spotsOf(model);
		this.#parts.tell({ type: 'mapFacts', facts: mapFactsOf(scenario, model, this.#spots) });
		this.#want(this.#back ?? this.#now);
	}

	/** The run shows this minute now. */
	show(minute: number): void {
		this.#now = minute;
		if (this.#back === null) this.#want(minute);
	}

	/** Shows a past minute until told otherwise; null: the present again. */
	lookBack(minute: number | null): void {
		this.#back = minute === null || minute >= this.#now ? null : Math.max(0, minute);
		this.#want(this.#back ?? this.#now);
	}

	/** Says nothing more. */
	close(): void {
		this.#isOn = false;
	}

	#want(minute: number): void {
		this.#wanted = minute;
		if (!this.#isOn || this.#isWaiting) return;
		const { wall } = this.#parts;
		const waitMs = this.#toldAtMs + TELL_EVERY_MS - wall.nowMs();
		if (waitMs <= 0) return this.#tell();
		this.#isWaiting = true;
		wall.later(() => {
			this.#isWaiting = false;
			this.#tell();
		}, waitMs);
	}

	#tell(): void {
		if (!this.#isOn || this.#spots === null || this.#wanted === null) return;
		const { pack, seed, stateAt, wall, tell } = this.#parts;
		const world = restore(pack.model, seedFromText(seed), stateAt(this.#wanted));
		this.#wanted = null;
		tell({ type: 'moment', moment: momentOf(world, this.#spots) });
		this.#toldAtMs = wall.nowMs();
	}
}
