import type { Localized } from '../../scenario/scenario.ts';
import type { FlowFilter } from '../../sim/observe/flows/host-flows.ts';
import type { MapFault } from '../../room/map/map-fault.ts';
import type { MapFacts } from '../../room/map/map-facts.ts';
import type { MapSnapshot } from '../../sim/observe/map/map-snapshot.ts';

/** Which run a map shows: what was done, nobody acting, or a log's. */
export type RunSource =
	| { readonly kind: 'record' }
	| { readonly kind: 'none' }
	| { readonly kind: 'log'; readonly name: string; readonly text: string };

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

/** Something that a scrubber marks: a release, an act, an inject. */
export type MapEventMarker =
	| { readonly atMin: number; readonly kind: 'release' }
	| { readonly atMin: number; readonly kind: 'decision' | 'other' | 'inject'; readonly text: Localized };

export type MapMessage =
	| {
			readonly type: 'opened';
			readonly series: string;
			readonly facts: MapFacts;
			readonly markers: readonly MapEventMarker[];
	  }
	| { readonly type: 'snapshot'; readonly series: string; readonly snapshot: MapSnapshot }
	| { readonly type: 'failed'; readonly series: string; readonly fault: MapFault };
