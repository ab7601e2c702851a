import type { MapSnapshot } from '../sim/observe/map/map-snapshot.ts';
import type { MapCells } from '../sim/observe/map/map-cells.ts';
import type { Metro } from '../sim/model.ts';

/** Where hosts stand and whose they are: what the map needs of a model, once. A model and its cells fit as they are. */
export interface MapWorld {
	/** Minute 0 of the exercise, in minutes since 2000-01-01T00:00Z. */
	readonly clock: { readonly startMinute: number };
	readonly metros: readonly Metro[];
	readonly sectors: readonly { readonly id: string }[];
	readonly vendors: readonly { readonly id: string }[];
	readonly organisations: readonly { readonly id: string }[];
	readonly cells: Omit<MapCells, 'ofModelCell'>;
	/** Hosts that a metro's share is taken of: the larger it is, the wider its points stand. Left out: all of these. */
	readonly amongHosts?: number | undefined;
}

/** What of a snapshot the map draws. */
export type MapFrame = Pick<MapSnapshot, 'minute' | 'byMetro' | 'shares'>;
