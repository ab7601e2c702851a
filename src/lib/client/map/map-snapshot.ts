import { observeMapCells, type MapCells } from '../../sim/observe/map-cells.ts';
import { observeRings } from '../../sim/observe/observe-rings.ts';
import { observeReleases } from '../../sim/observe/observe-services.ts';
import { MINUTE, type World } from '../../sim/world/world.ts';
import type { MapSnapshot } from './messages.ts';
import { SERVICE_STATES } from './service-states.ts';

/** What a map shows of a world at this minute; the same tallies as everything else that people are shown. */
export function mapSnapshotOf(world: World, cells: MapCells): MapSnapshot {
	const { model } = world;
	const { sites } = model;
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
	return {
		minute: world.clock[MINUTE]!,
		counts: observeMapCells(world, cells),
		services,
		outputs: Float32Array.from(met, (units, place) => (asked[place]! > 0 ? units / asked[place]! : NaN)),
		releases: observeReleases(world),
		rings: observeRings(world),
		flows: null
	};
}

/** Buffers that can be handed over to another thread instead of copied. */
export function buffersOf({ counts, services, outputs }: MapSnapshot): ArrayBuffer[] {
	return [counts, services, outputs].map(({ buffer }) => buffer as ArrayBuffer);
}
