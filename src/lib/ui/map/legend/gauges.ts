import type { MapFacts } from '../../../room/map/map-facts.ts';
import type { MapSnapshot } from '../../../sim/observe/map/map-snapshot.ts';
import type { Gauge, GaugeKind } from '../../../map/layers/gauge-layer.ts';
import { project } from '../../../map/geo/projection.ts';

/** What rings on the map can show: how much of its demand a sector meets there, or one vendor's share of the hosts. */
export const PLACE_LAYERS = ['airports', 'hospitals', 'banks', 'vendorShare'] as const;
export type PlaceLayer = (typeof PLACE_LAYERS)[number];

/** Sectors are found by these ids; a scenario without such a sector has no such layer. */
const SECTOR: Readonly<
	Record<Exclude<PlaceLayer, 'vendorShare'>, { ids: readonly string[]; kind: GaugeKind }>
> = {
	airports: { ids: ['airlines', 'aviation'], kind: 'airport' },
	hospitals: { ids: ['hospitals', 'healthcare', 'health'], kind: 'hospital' },
	banks: { ids: ['banks', 'banking', 'finance'], kind: 'bank' }
};

export function sectorOf(facts: MapFacts, layer: PlaceLayer): number {
	if (layer === 'vendorShare') return -1;
	return facts.sectors.findIndex(({ id }) => SECTOR[layer].ids.includes(id));
}

/** The layers that this scenario has something for. */
export function layersOf(facts: MapFacts): PlaceLayer[] {
	return PLACE_LAYERS.filter((layer) => layer === 'vendorShare' || sectorOf(facts, layer) >= 0);
}

/** Hosts by metro: in a sector, or of everybody where it is null. */
export function hostsByMetro({ metros, cells }: MapFacts, counts: (cell: number) => boolean): Float64Array {
	const hosts = new Float64Array(metros.length);
	for (let cell = 0; cell < cells.count; cell++)
		if (counts(cell)) hosts[cells.metro[cell]!]! += cells.hosts[cell]!;
	return hosts;
}

/** One ring at each metro where the layer has something, in the order of the metros. */
export function gaugesOf(facts: MapFacts, layer: PlaceLayer): { metros: number[]; gauges: Gauge[] } {
	const sector = sectorOf(facts, layer);
	const weights = hostsByMetro(
		facts,
		(cell) => layer === 'vendorShare' || facts.cells.sector[cell] === sector
	);
	const metros = facts.metros.map((_, metro) => metro).filter((metro) => weights[metro]! > 0);
	const kind = layer === 'vendorShare' ? 'share' : SECTOR[layer].kind;
	const gauges = metros.map((metro): Gauge => {
		const { lng, lat } = facts.metros[metro]!;
		return { at: project(lng, lat), kind, weight: weights[metro]! };
	});
	return { metros, gauges };
}

/** Share of demand that a layer's sector meets at these metros now. */
export function outputShares(
	facts: MapFacts,
	{ outputs }: MapSnapshot,
	layer: PlaceLayer,
	metros: readonly number[]
): Float64Array {
	const sector = sectorOf(facts, layer);
	return Float64Array.from(metros, (metro) => outputs[metro * facts.sectors.length + sector]!);
}

/** Share of all hosts at these metros that run one vendor's agent. */
export function vendorShares(facts: MapFacts, vendor: number, metros: readonly number[]): Float64Array {
	const all = hostsByMetro(facts, () => true);
	const theirs = hostsByMetro(facts, (cell) => facts.cells.vendor[cell] === vendor);
	return Float64Array.from(metros, (metro) => theirs[metro]! / all[metro]!);
}
