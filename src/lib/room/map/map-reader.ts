import type { MapSnapshot } from '../../sim/observe/map/map-snapshot.ts';
import { decodeInts } from './int-code.ts';
import type { MapFacts } from './map-facts.ts';
import { placesOf, type MapNumbers } from './map-numbers.ts';
import { stepped } from './map-steps.ts';
import { readMapFacts, readPicture, type SentMapFacts, type SentPicture, type SentStep } from './sent-map.ts';

/** A picture as it has been put together. */
interface Put extends Pick<SentPicture, 'number' | 'minute' | 'releases' | 'rings'> {
	readonly numbers: MapNumbers;
}

/** Puts together what a room tells of its map, and makes pictures of it where one is wanted. */
export class MapReader {
	#facts: MapFacts | null = null;
	#put: Put | null = null;

	get facts(): MapFacts | null {
		return this.#facts;
	}

	/**
	 * A map is told of: of another one than before.
	 *
	 * @throws RangeError where a text is damaged
	 */
	begin(told: SentMapFacts): void {
		this.#put = null;
		this.#facts = readMapFacts(told);
	}

	/** There is no map any more. */
	forget(): void {
		this.#facts = null;
		this.#put = null;
	}

	/**
	 * Takes in what has been told; steps in any order. Returns whether it led to another picture: what has been taken in
	 * before leads to none, and neither does a step from a picture that is not known.
	 *
	 * @throws RangeError where a text is damaged
	 */
	take(whole: SentPicture | null, steps: readonly SentStep[]): boolean {
		const facts = this.#facts;
		if (facts === null) return false;
		const { length } = placesOf(facts);
		const before = this.#put;
		if (whole !== null && (before === null || whole.number > before.number))
			this.#put = { ...whole, numbers: decodeInts(whole.numbers, length) };
		for (const step of steps.slice().sort((a, b) => a.number - b.number)) {
			const from = this.#put;
			if (from === null || step.number !== from.number + 1) continue;
			const changes = decodeInts(step.numbers, length);
			this.#put = { ...from, ...step, numbers: stepped(facts, from.numbers, changes, step.isExact) };
		}
		return this.#put !== before;
	}

	/** The picture that has been told last; null: none has. */
	get picture(): MapSnapshot | null {
		if (this.#facts === null || this.#put === null) return null;
		return readPicture(this.#facts, this.#put.numbers, this.#put);
	}
}
