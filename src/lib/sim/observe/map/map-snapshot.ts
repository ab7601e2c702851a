import { SERVICE_STATES } from '../../table/states.ts';
import { MINUTE, type World } from '../../world/world.ts';
import type { Flows } from '../flows/host-flows.ts';
import type { ReleaseTally } from '../frame.ts';
import { observeRings, type ReleaseRings } from '../observe-rings.ts';
import { observeReleases } from '../observe-services.ts';
import { mapCellsOf, observeMapCells } from './map-cells.ts';
import { tallyMap, type MapTallies } from './map-shares.ts';

/** One minute of a world, as far as a map shows it. */
export interface MapSnapshot extends MapTallies {
	readonly minute: number;
	/** counts[map cell × number of host states + state] */
	readonly counts: Int32Array;
	/** services[(metro × sectors + sector) × number of service states + state]: services in each state. */
	readonly services: Uint8Array;
	/** outputs[metro × sectors + sector]: share of demand met there; not a number where there is no service. */
	readonly outputs: Float32Array;
	readonly releases: readonly ReleaseTally[];
	/** By release, in the same order: its rings. */
	readonly rings: readonly ReleaseRings[];
	/** What moved since a snapshot before; null: nobody asked. */
	readonly flows: Flows | null;
}

/** What a map shows of a world at this minute; the same tallies as everything else that people are shown. */
export function mapSnapshotOf(world: World, flows: Flows | null = null): MapSnapshot {
	const { model } = world;
	const { sites } = model;
	const mapCells = mapCellsOf(model);
	const places = model.metros.length * model.sectors.length;
	const services = new Uint8Array(places * SERVICE_STATES.length);
	const met = new Float64Array(places);
	const asked = new Float64Array(places);
	for (let site = 0; site < sites.count; site++) {
		const place = sites.metro[site]! * model.sectors.length + sites.sector[site]!;
		services[place * SERVICE_STATES.length + world.service[site]!]! += 1;
		met[place]! += world.output[site]! * sites.unitsPerDay[site]!;
		asked[place]! += sites.unitsPerDay[site]!;
	}
	const counts = observeMapCells(world, mapCells);
	return {
		minute: world.clock[MINUTE]!,
		counts,
		...tallyMap(counts, mapCells, model.metros.length),
		services,
		outputs: Float32Array.from(met, (units, place) => (asked[place]! > 0 ? units / asked[place]! : NaN)),
		releases: observeReleases(world),
		rings: observeRings(world),
		flows
	};
}

/** Buffers that can be handed over to another thread instead of copied. */
export function buffersOf({ counts, byMetro, shares, services, outputs }: MapSnapshot): ArrayBuffer[] {
	return [counts, byMetro, shares, services, outputs].map(({ buffer }) => buffer as ArrayBuffer);
}
