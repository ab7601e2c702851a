import { seedFromText } from '../../sim/run.ts';
import type { Order } from '../../sim/model.ts';
import type { Pack } from '../../room/scenario-library.ts';
import { FlowFollower } from './flow-follower.ts';
import { mapFactsOf } from '../../room/map/map-facts.ts';
import type { MapFacts } from '../../room/map/map-facts.ts';
import type { FlowFilter } from '../../sim/observe/flows/host-flows.ts';
import type { MapSnapshot } from '../../sim/observe/map/map-snapshot.ts';

/** Most often that a map is told a snapshot: what is between them it fills in. */
const TELL_EVERY_MS = 120;

export type MapWatchMessage =
	| { readonly type: 'mapFacts'; readonly facts: MapFacts }
	| { readonly type: 'snapshot'; readonly snapshot: MapSnapshot };

export interface MapWatchParts {
	readonly pack: Pack;
	readonly seed: string;
	/** The world's state at a minute of the run so far, as a snapshot. */
	readonly stateAt: (minute: number) => ArrayBuffer;
	/** What a map shows of the run at a minute so far. */
	readonly snapshotAt: (minute: number) => MapSnapshot;
	/** Everything ordered in the run so far, by minute. */
	readonly orders: () => readonly Order[];
	readonly wall: { nowMs(): number; later(call: () => void, ms: number): unknown };
	readonly tell: (message: MapWatchMessage) => void;
}

/** What a room tells a map: its facts once, then snapshots at a pace that can be drawn; nothing while nobody watches. */
export class MapWatch {
	readonly #parts: MapWatchParts;
	#isOn = false;
	/** Whose flows are asked for; null: nobody's. */
	#flows: FlowFilter | null = null;
	#follower: FlowFollower | null = null;
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

	/** Begins with the facts and the present snapshot. */
	watch(on: boolean): void {
		this.#isOn = on;
		if (!on) return;
		const { scenario, model } = this.#parts.pack;
		this.#parts.tell({ type: 'mapFacts', facts: mapFactsOf(scenario, model) });
		this.#want(this.#back ?? this.#now);
	}

	/** Moments come with these hosts' flows from now on; null: without any. */
	watchFlows(scope: FlowFilter | null): void {
		this.#flows = scope;
		if (scope === null) this.#follower = null;
		else if (this.#isOn) this.#want(this.#back ?? this.#now);
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
		if (!this.#isOn || this.#wanted === null) return;
		const { wall, tell } = this.#parts;
		const snapshot = this.#snapshotAt(this.#wanted);
		this.#wanted = null;
		tell({ type: 'snapshot', snapshot });
		this.#toldAtMs = wall.nowMs();
	}

	#snapshotAt(minute: number): MapSnapshot {
		const { pack, seed, snapshotAt, stateAt, orders } = this.#parts;
		if (this.#flows === null) return snapshotAt(minute);
		this.#follower ??= new FlowFollower({ model: pack.model, seed: seedFromText(seed), orders, stateAt });
		return this.#follower.at(minute, this.#flows);
	}
}
