import type { Localized } from '../../scenario/scenario.ts';
import type { ReleaseTally } from '../../sim/observe/frame.ts';
import type { MapCells } from '../../sim/observe/map-cells.ts';
import type { Metro } from '../../sim/model.ts';
import type { ReleaseRings } from '../../sim/observe/observe-rings.ts';

/** Which run a map shows: what was done, nobody acting, or a log's. */
export type RunSource =
	| { readonly kind: 'record' }
	| { readonly kind: 'none' }
	| { readonly kind: 'log'; readonly name: string; readonly text: string };

/** Whose hosts a flow is asked for: everybody's where null. */
export interface FlowFilter {
	/** Index of a metro or a sector. */
	readonly metro: number | null;
	readonly sector: number | null;
}

/** What a map page asks of its worker. */
export type MapRequest =
	| {
			readonly type: 'open';
			/** What to call this run: several can be open at once. */
			readonly series: string;
			readonly scenario: string;
			readonly source: RunSource;
			readonly seed: string;
	  }
	/** The snapshot at the first minute of the grid at or after this one, earlier or later than the last. */
	| {
			readonly type: 'at';
			readonly series: string;
			readonly minute: number;
			readonly flows: FlowFilter | null;
	  };

export interface Named {
	readonly id: string;
	readonly name: Localized;
}

/** Something that a scrubber marks: a release, an act, an inject. */
export type MapEventMarker =
	| { readonly atMin: number; readonly kind: 'release' }
	| { readonly atMin: number; readonly kind: 'decision' | 'other' | 'inject'; readonly text: Localized };

/** What is known of a run before it moves: everything that a map and its twin need. */
export interface MapFacts {
	readonly title: Localized;
	readonly clock: { readonly startMinute: number };
	readonly horizonMin: number;
	readonly metros: readonly Metro[];
	readonly countries: Readonly<Record<string, string>>;
	readonly sectors: readonly Named[];
	readonly vendors: readonly (Named & { readonly standsFor: number })[];
	readonly organisations: readonly Named[];
	readonly releaseMinutes: readonly number[];
	readonly cells: Omit<MapCells, 'ofModelCell'>;
}

/** Hosts that took each transition of the host statechart, `state EVENT target`, in a stretch of time. */
export interface Flows {
	readonly fromMin: number;
	readonly toMin: number;
	readonly scope: FlowFilter;
	readonly hosts: Readonly<Record<string, number>>;
}

/** One minute of a run, as far as a map shows it. */
export interface MapSnapshot {
	readonly minute: number;
	/** counts[cell × number of host states + state] */
	readonly counts: Int32Array;
	/** services[(metro × sectors + sector) × number of service states + state]: services in each state. */
	readonly services: Uint8Array;
	/** outputs[metro × sectors + sector]: share of demand met there; not a number where there is no service. */
	readonly outputs: Float32Array;
	readonly releases: readonly ReleaseTally[];
	/** By release, in the same order: its rings. */
	readonly rings: readonly ReleaseRings[];
	readonly flows: Flows | null;
}

/** Why a map shows nothing new. */
export interface MapFailure {
	/** A log that somebody opened, or the map itself. */
	readonly subject: 'log' | 'map';
	/** What is wrong, and where: without a full stop. */
	readonly what: string;
	/** What to do: a sentence. */
	readonly remedy: string;
}

export type MapMessage =
	| {
			readonly type: 'opened';
			readonly series: string;
			readonly facts: MapFacts;
			readonly markers: readonly MapEventMarker[];
	  }
	| { readonly type: 'snapshot'; readonly series: string; readonly snapshot: MapSnapshot }
	| { readonly type: 'failed'; readonly series: string; readonly failure: MapFailure };
