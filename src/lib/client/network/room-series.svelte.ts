import type { Sample } from '../../room/feed/samples.ts';
import { readSample, type SentSample } from '../../room/feed/sent-sample.ts';
import { withSamples } from '../../room/feed/with-samples.ts';
import type { MapFacts } from '../../room/map/map-facts.ts';
import { mapTold } from '../../room/map/map-parts.ts';
import { MapReader } from '../../room/map/map-reader.ts';
import type { ChangesMessage } from '../../room/protocol/protocol.ts';
import type { MapSnapshot } from '../../sim/observe/map/map-snapshot.ts';

const SAMPLE = 'sample:';

/** What a room tells piece by piece: its map and its curves. Every piece is taken in as it comes. */
export class RoomSeries {
	/** Points of the curves, ascending. */
	samples = $state.raw<readonly Sample[]>([]);
	mapFacts = $state.raw<MapFacts | null>(null);
	readonly #reader = new MapReader();
	/** Changes with each picture. */
	#pictures = $state(0);

	/** The picture of the map that was told last; made where somebody looks. */
	picture: MapSnapshot | null = $derived.by(() => {
		void this.#pictures;
		return this.#reader.picture;
	});

	take({ all, parts }: ChangesMessage): void {
		this.#takeSamples(all, parts);
		const { facts, whole, steps } = mapTold(parts);
		if (facts !== null) this.#reader.begin(facts);
		else if (all) this.#reader.forget();
		if (facts !== null || all) this.mapFacts = this.#reader.facts;
		if (this.#reader.take(whole, steps) || all) this.#pictures++;
	}

	#takeSamples(all: boolean, parts: ChangesMessage['parts']): void {
		if (all) this.samples = [];
		const later = Object.entries(parts)
			.filter(([key, sample]) => key.startsWith(SAMPLE) && sample !== null)
			.map(([, sample]) => readSample(sample as SentSample))
			.sort((a, b) => a.minute - b.minute);
		if (later.length > 0) this.samples = withSamples(this.samples, later);
	}
}
