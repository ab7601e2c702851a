import type { PlaceLayer } from '../legend/gauges.ts';

/** What a map shows beside its points. */
export interface MapLook {
	readonly layer: PlaceLayer | null;
	readonly night: boolean;
	readonly cities: boolean;
}

export const FIRST_LOOK: MapLook = { layer: null, night: true, cities: true };

/** The three ways to see the same snapshot. */
export const MAP_VIEWS = ['map', 'table', 'machines'] as const;
export type MapViewKind = (typeof MAP_VIEWS)[number];
