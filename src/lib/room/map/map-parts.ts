import { MAP_STEPS_MOST } from './map-sender.ts';
import type { SentMapFacts, SentPicture, SentStep } from './sent-map.ts';

/** Keys of the parts of a feed that tell of a map. */
const STEP = 'map:';
export type MapStepKey = `map:${number}`;

export function isMapPart(key: string): boolean {
	return key === 'mapFacts' || key === 'mapWhole' || key.startsWith(STEP);
}

/** Steps since the whole picture, by key; undefined: there are not so many. */
export function mapStepParts(steps: readonly SentStep[]): Record<MapStepKey, SentStep | undefined> {
	const places = Array.from({ length: MAP_STEPS_MOST }, (_, place) => place);
	return Object.fromEntries(places.map((place) => [`${STEP}${place + 1}`, steps[place]]));
}

/** Parts of a feed whose map nobody shows. */
export const NO_MAP = { mapFacts: undefined, mapWhole: undefined, ...mapStepParts([]) };

/** A map is drawn for so long once it is asked for; whose page still shows it asks again before. */
export const MAP_DRAWN_MS = 60_000;

/**
 * Whether a change of a part is only for those who come late: a whole picture repeats the steps before it, which are gone
 * with it. Whoever has been told them has them.
 */
export function isForLate(key: string, wasThere: boolean, isThere: boolean): boolean {
	return (key === 'mapWhole' && wasThere) || (key.startsWith(STEP) && !isThere);
}

/** What parts of a feed tell of its map. */
export function mapTold(parts: Readonly<Record<string, unknown>>): {
	readonly facts: SentMapFacts | null;
	readonly whole: SentPicture | null;
	readonly steps: readonly SentStep[];
} {
	const steps = Object.entries(parts).filter(([key, step]) => key.startsWith(STEP) && step !== null);
	return {
		facts: (parts.mapFacts ?? null) as SentMapFacts | null,
		whole: (parts.mapWhole ?? null) as SentPicture | null,
		steps: steps.map(([, step]) => step as SentStep)
	};
}
