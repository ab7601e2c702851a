import type { Localized } from '../../scenario/scenario.ts';
import type { Spots } from '../../sim/map-frame.ts';
import type { Metro } from '../../sim/model.ts';

/** Whose play the map shows: what was done, or nobody acting. */
export type MapLane = 'record' | 'none';

/** What a map page asks of its worker. */
export type MapWish =
	| { readonly type: 'open'; readonly scenario: string; readonly lane: MapLane; readonly seed: string }
	/** The counts at the first minute of the grid at or after this one, earlier or later than the last. */
	| { readonly type: 'at'; readonly minute: number };

export interface Named {
	readonly id: string;
	readonly name: Localized;
}

/** What is known of a run before it moves: everything that a map and its twin need. */
export interface MapFacts {
	readonly title: Localized;
	readonly clock: { readonly startMinute: number };
	readonly horizonMin: number;
	readonly metros: readonly Metro[];
	readonly countries: Readonly<Record<string, string>>;
	readonly sectors: readonly Named[];
	readonly vendors: readonly Named[];
	readonly organisations: readonly Named[];
	readonly releaseMinutes: readonly number[];
	readonly acts: readonly { readonly atMin: number; readonly does: Localized }[];
	readonly spots: Omit<Spots, 'ofCell'>;
}

export type MapNews =
	| { readonly type: 'opened'; readonly facts: MapFacts }
	| { readonly type: 'frame'; readonly minute: number; readonly counts: Int32Array<ArrayBuffer> }
	| { readonly type: 'failed'; readonly what: string };
