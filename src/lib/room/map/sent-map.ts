import type { ReleaseTally } from '../../sim/observe/frame.ts';
import type { OpenRing, ReleaseRings } from '../../sim/observe/observe-rings.ts';
import type { MapSnapshot } from '../../sim/observe/map/map-snapshot.ts';
import { tallyMap } from '../../sim/observe/map/map-shares.ts';
import type { CoarseMap } from './coarse-map.ts';
import { decodeInts, encodeInts } from './int-code.ts';
import type { MapFacts } from './map-facts.ts';
import { readNumbers, type MapNumbers } from './map-numbers.ts';

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

/** A whole picture of the map as JSON. */
export interface SentPicture {
	/** Pictures of a map are counted. */
	readonly number: number;
	readonly minute: number;
	/** As in {@link MapNumbers}. */
	readonly numbers: string;
	readonly releases: readonly SentRelease[];
	readonly rings: readonly SentRings[];
}

/** What a picture of the map differs in from the one before it. */
export interface SentStep {
	/** Of the picture that it leads to. */
	readonly number: number;
	readonly minute: number;
	/** As in map-steps.ts. */
	readonly numbers: string;
	readonly isExact: boolean;
	/** Missing: as before. */
	readonly releases?: readonly SentRelease[];
	readonly rings?: readonly SentRings[];
}

/** What maps show of a release. What its vendor's telemetry shows comes as messages, how far it is trusted with the frames. */
export type SentRelease = Pick<ReleaseTally, 'vendor' | 'rollout' | 'vendorState' | 'openRings'>;

/** Rings of a release as JSON. */
export type SentRings = Omit<ReleaseRings, 'opened'> & {
	/** `reached`: by metro, in thousandths, each as its difference to the one before. */
	readonly opened: readonly (Omit<OpenRing, 'reached'> & { readonly reached: string })[];
};

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

/** What is told of a picture beside its numbers. */
export type BesideNumbers = Pick<SentPicture, 'releases' | 'rings'>;

export function besideNumbers({ releases, rings }: MapSnapshot): BesideNumbers {
	return {
		releases: releases.map(({ vendor, rollout, vendorState, openRings }) => {
			return { vendor, rollout, vendorState, openRings };
		}),
		rings: rings.map((release) => ({
			...release,
			opened: release.opened.map((ring) => ({ ...ring, reached: reachedText(ring.reached) }))
		}))
	};
}

/** What of it has changed. */
export function changedBeside(before: BesideNumbers, now: BesideNumbers): Partial<BesideNumbers> {
	const isSame = (key: keyof BesideNumbers) => JSON.stringify(before[key]) === JSON.stringify(now[key]);
	return {
		...(!isSame('releases') && { releases: now.releases }),
		...(!isSame('rings') && { rings: now.rings })
	};
}

const UNTOLD: Omit<ReleaseTally, keyof SentRelease> = {
	...{ statement: '', seenInstalls: 0, seenCrashes: 0 },
	trust: { public: 0, customers: 0, government: 0 }
};

/** The picture that was told. What is not told of it is nought. */
export function readPicture(
	facts: MapFacts,
	numbers: MapNumbers,
	{ minute, releases, rings }: BesideNumbers & Pick<SentPicture, 'minute'>
): MapSnapshot {
	const metros = facts.metros.length;
	const read = readNumbers(facts, numbers);
	return {
		minute,
		...read,
		...tallyMap(read.counts, facts.cells, metros),
		releases: releases.map((release) => ({ ...UNTOLD, ...release })),
		rings: rings.map((release) => ({
			...release,
			opened: release.opened.map((ring) => ({ ...ring, reached: readReached(ring.reached, metros) }))
		})),
		flows: null
	};
}

/** Of a ring that reaches no hosts of a metro because there are none. */
const NONE_THERE = -1;

function reachedText(reached: Float32Array): string {
	const told = Array.from(reached, (share) => (Number.isNaN(share) ? NONE_THERE : Math.round(share * 1000)));
	return encodeInts(told.map((share, metro) => share - (told[metro - 1] ?? 0)));
}

function readReached(text: string, metros: number): Float32Array {
	let told = 0;
	return Float32Array.from(decodeInts(text, metros), (step) => {
		told += step;
		return told === NONE_THERE ? NaN : told / 1000;
	});
}
