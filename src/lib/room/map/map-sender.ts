import type { Model } from '../../sim/model.ts';
import type { MapSnapshot } from '../../sim/observe/map/map-snapshot.ts';
import { coarseMapOf, type CoarseMap } from './coarse-map.ts';
import type { MapFacts } from './map-facts.ts';
import {
	mapNumbers,
	sentMapFacts,
	sentSnapshot,
	type MapNumbers,
	type SentMapFacts,
	type SentSnapshot
} from './sent-map.ts';

/** A picture that stands alone is told so often: all others are told against it. */
const WHOLE_EVERY_MS = 10_000;

interface ToldPictures {
	readonly whole: SentSnapshot;
	readonly now: SentSnapshot;
}

/** What one audience is told of a map: a whole picture now and then, and what has changed since it. */
export class MapSender {
	readonly facts: SentMapFacts;
	readonly #coarse: CoarseMap;
	/** The latest: several feeds may be told the same. */
	#latest: { readonly of: MapSnapshot; readonly told: ToldPictures } | null = null;
	#whole: { readonly numbers: MapNumbers; readonly told: SentSnapshot; readonly atMs: number } | null = null;

	/** @param own ids of the organisations that the audience may see */
	constructor(facts: MapFacts, model: Model, own: readonly string[]) {
		const indices = new Set(
			facts.organisations.flatMap(({ id }, index) => (own.includes(id) ? [index] : []))
		);
		this.#coarse = coarseMapOf(model, indices);
		this.facts = sentMapFacts(facts, this.#coarse);
	}

	/** The picture to be told, and the whole one that it is told against. */
	tell(snapshot: MapSnapshot, nowMs: number): ToldPictures {
		const latest = this.#latest;
		if (latest !== null && latest.of === snapshot) return latest.told;
		const told = this.#tell(snapshot, nowMs);
		this.#latest = { of: snapshot, told };
		return told;
	}

	#tell(snapshot: MapSnapshot, nowMs: number): ToldPictures {
		const numbers = mapNumbers(this.#coarse, snapshot);
		const before = this.#whole;
		if (before === null || nowMs - before.atMs >= WHOLE_EVERY_MS || numbers.minute < before.numbers.minute) {
			const told = sentSnapshot(numbers, null, snapshot);
			this.#whole = { numbers, told, atMs: nowMs };
			return { whole: told, now: sentSnapshot(numbers, numbers, snapshot) };
		}
		return { whole: before.told, now: sentSnapshot(numbers, before.numbers, snapshot) };
	}
}
