import type { WorldData } from '../scenario.ts';
import { zoneOffsetMin } from '../worlds/earth.ts';

/** Which metros count as one. */
export interface Regions {
	/** By metro of the world: its region. */
	readonly of: Uint16Array;
	/** By region: the metro that stands for it. */
	readonly metros: WorldData['metros'];
}

/** Every metro a region of its own. */
export function everyMetro({ metros }: WorldData): Regions {
	return { of: Uint16Array.from(metros, (_, index) => index), metros };
}

/**
 * Metros of one continent that keep the same time at `startMinute` (since 2000-01-01T00:00Z) are one region, and the
 * most populous stands for it: who is at work when stays as it is.
 */
export function mergedMetros({ countries, metros, zones }: WorldData, startMinute: number): Regions {
	const continents = new Map(countries.map(({ iso2, continent }) => [iso2, continent]));
	const regionOf = new Map<string, number>();
	const largest: WorldData['metros'][number][] = [];
	const of = Uint16Array.from(metros, (metro) => {
		const key = `${continents.get(metro.country)} ${zoneOffsetMin(zones, metro.zone, startMinute)}`;
		const region = regionOf.get(key) ?? regionOf.size;
		regionOf.set(key, region);
		if (largest[region] === undefined || metro.population > largest[region].population)
			largest[region] = metro;
		return region;
	});
	return { of, metros: largest };
}
