import { SERVICE_STATES, type MapSnapshot } from '../../sim/observe/map/map-snapshot.ts';
import { HOST_STATES } from '../../sim/table/tables.ts';
import type { MapFacts } from './map-facts.ts';
import {
	readMapFacts,
	readSnapshot,
	type MapNumbers,
	type SentMapFacts,
	type SentSnapshot
} from './sent-map.ts';

const STATES = { hosts: HOST_STATES.length, services: SERVICE_STATES.length };

/** Makes pictures of what a room tells of its map. */
export class MapReader {
	#facts: MapFacts | null = null;
	#whole: { readonly told: SentSnapshot; readonly numbers: MapNumbers } | null = null;

	/** @throws RangeError where a text is damaged */
	begin(told: SentMapFacts): MapFacts {
		this.#whole = null;
		this.#facts = readMapFacts(told);
		return this.#facts;
	}

	/**
	 * The present picture; null: the two do not belong together, and others are on their way.
	 *
	 * @throws RangeError where a text is damaged
	 */
	read(whole: SentSnapshot, now: SentSnapshot): MapSnapshot | null {
		const facts = this.#facts;
		if (facts === null) return null;
		if (this.#whole?.told !== whole) {
			const read = readSnapshot(whole, null, facts, STATES);
			this.#whole = read === null ? null : { told: whole, numbers: read.numbers };
		}
		return readSnapshot(now, this.#whole?.numbers ?? null, facts, STATES)?.snapshot ?? null;
	}
}
