import type { ReleaseTally } from '../../sim/observe/frame.ts';
import type { ReleaseRings } from '../../sim/observe/observe-rings.ts';
import type { MapSnapshot } from '../../sim/observe/map/map-snapshot.ts';
import { tallyMap } from '../../sim/observe/map/map-shares.ts';
import { coarseCounts, type CoarseMap } from './coarse-map.ts';
import { decodeInts, encodeInts } from './int-code.ts';
import type { MapFacts } from './map-facts.ts';

/** A map's facts as JSON: arrays of numbers as text. */
export interface SentMapFacts extends Omit<MapFacts, 'cells'> {
	readonly cells: {
		readonly count: number;
		readonly metro: string;
		readonly sector: string;
		readonly organisation: string;
		readonly hosts: string;
	};
}

/** A picture of the map as JSON. */
export interface SentSnapshot {
	readonly minute: number;
	/** Minute of the picture that this one is told against; null: it stands alone. */
	readonly since: number | null;
	/** Counts, services and outputs one after the other, as differences to those of `since`. */
	readonly numbers: string;
	readonly releases: readonly ReleaseTally[];
	readonly rings: readonly ReleaseRings[];
}

/** The numbers of a picture, as one array: what differences are made of. */
export interface MapNumbers {
	readonly minute: number;
	readonly numbers: Int32Array;
}

/** Outputs are told in so many steps; one more stands for "there is no service". */
const OUTPUT_STEPS = 250;
const NO_SERVICE = OUTPUT_STEPS + 1;

export function sentMapFacts(facts: MapFacts, { cells }: CoarseMap): SentMapFacts {
	return {
		...facts,
		splits: ['sector', 'organisation'],
		cells: {
			count: cells.count,
			metro: encodeInts(cells.metro),
			sector: encodeInts(cells.sector),
			organisation: encodeInts(cells.organisation),
			hosts: encodeInts(cells.hosts)
		}
	};
}

/** @throws RangeError where a text is damaged */
export function readMapFacts({ cells, ...facts }: SentMapFacts): MapFacts {
	const { count } = cells;
	return {
		...facts,
		cells: {
			count,
			metro: Uint16Array.from(decodeInts(cells.metro, count)),
			sector: Uint8Array.from(decodeInts(cells.sector, count)),
			hostClass: new Uint8Array(count),
			vendor: new Uint8Array(count),
			organisation: Int16Array.from(decodeInts(cells.organisation, count)),
			hosts: decodeInts(cells.hosts, count)
		}
	};
}

export function mapNumbers(coarse: CoarseMap, snapshot: MapSnapshot): MapNumbers {
	const counts = coarseCounts(coarse, snapshot.counts);
	const { services, outputs, minute } = snapshot;
	const numbers = new Int32Array(counts.length + services.length + outputs.length);
	numbers.set(counts);
	numbers.set(services, counts.length);
	outputs.forEach((output, place) => {
		const told = Number.isNaN(output) ? NO_SERVICE : Math.round(Math.min(1, output) * OUTPUT_STEPS);
		numbers[counts.length + services.length + place] = told;
	});
	return { minute, numbers };
}

/** @param since the picture that it is told against; null: none */
export function sentSnapshot(
	{ minute, numbers }: MapNumbers,
	since: MapNumbers | null,
	{ releases, rings }: Pick<MapSnapshot, 'releases' | 'rings'>
): SentSnapshot {
	const told = Int32Array.from(numbers);
	if (since !== null) for (let at = 0; at < told.length; at++) told[at]! -= since.numbers[at]!;
	return {
		minute,
		since: since?.minute ?? null,
		numbers: encodeInts(told),
		// What a vendor's telemetry shows comes as messages, to those whom it concerns.
		releases: releases.map((release) => ({ ...release, seenInstalls: 0, seenCrashes: 0 })),
		rings
	};
}

/**
 * The picture that was told. Null: it is told against another one than `since`.
 *
 * @throws RangeError where the text is damaged
 */
export function readSnapshot(
	told: SentSnapshot,
	since: MapNumbers | null,
	facts: MapFacts,
	states: { readonly hosts: number; readonly services: number }
): { readonly snapshot: MapSnapshot; readonly numbers: MapNumbers } | null {
	if (told.since !== null && told.since !== since?.minute) return null;
	const places = facts.metros.length * facts.sectors.length;
	const countsLength = facts.cells.count * states.hosts;
	const servicesLength = places * states.services;
	const numbers = decodeInts(told.numbers, countsLength + servicesLength + places);
	if (told.since !== null) for (let at = 0; at < numbers.length; at++) numbers[at]! += since!.numbers[at]!;
	const counts = numbers.slice(0, countsLength);
	const { minute, releases, rings } = told;
	return {
		numbers: { minute, numbers },
		snapshot: {
			minute,
			counts,
			...tallyMap(counts, facts.cells, facts.metros.length),
			services: Uint8Array.from(numbers.subarray(countsLength, countsLength + servicesLength)),
			outputs: Float32Array.from(numbers.subarray(countsLength + servicesLength), (told) =>
				told === NO_SERVICE ? NaN : told / OUTPUT_STEPS
			),
			releases,
			rings,
			flows: null
		}
	};
}
