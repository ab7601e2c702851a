import type { Sample } from '../../room/feed/samples.ts';
import { readSample, type SentSample } from '../../room/feed/sent-sample.ts';
import { withSamples } from '../../room/feed/with-samples.ts';
import type { MapFacts } from '../../room/map/map-facts.ts';
import { mapTold } from '../../room/map/map-parts.ts';
import { MapReader } from '../../room/map/map-reader.ts';
import type { SentMapFacts } from '../../room/map/sent-map.ts';
import type { ChangesMessage } from '../../room/protocol/protocol.ts';
import type { MapSnapshot } from '../../sim/observe/map/map-snapshot.ts';
import type { LiveConnection } from './network-connection.ts';

const SAMPLE = 'sample:';

/** What a room tells piece by piece: its map and its curves. Every piece is taken in as it comes. */
export class RoomSeries {
	/** Points of the curves, ascending. */
	samples = $state.raw<readonly Sample[]>([]);
	mapFacts = $state.raw<MapFacts | null>(null);
	readonly #connection: Pick<LiveConnection, 'showMap'>;
	readonly #reader = new MapReader();
	/** What the map was begun with, as it was told. */
	#begunWith = '';
	/** Maps of it that the page shows. */
	#shown = 0;
	#isTold = false;
	/** Changes with each picture. */
	#pictures = $state(0);

	/** The picture of the map that was told last; made where somebody looks. */
	picture: MapSnapshot | null = $derived.by(() => {
		void this.#pictures;
		return this.#reader.picture;
	});

	constructor(connection: Pick<LiveConnection, 'showMap'>) {
		this.#connection = connection;
	}

	/** The page shows a map of it from now on: of one a room tells only as long. Returns how to end that. */
	showMap(): () => void {
		this.#count(1);
		return () => this.#count(-1);
	}

	take({ all, parts }: ChangesMessage): void {
		this.#takeSamples(all, parts);
		const { facts, whole, steps } = mapTold(parts);
		if (facts !== null) this.#begin(facts, all);
		else if (all) this.#reader.forget();
		if (facts !== null || all) this.mapFacts = this.#reader.facts;
		if (this.#reader.take(whole, steps) || all) this.#pictures++;
	}

	#count(more: number): void {
		this.#shown += more;
		// Where one map takes the place of another, nothing changes.
		queueMicrotask(() => {
			const isShown = this.#shown > 0;
			if (isShown === this.#isTold) return;
			this.#isTold = isShown;
			this.#connection.showMap(isShown);
		});
	}

	/** A map that is shown again goes on from where it was. */
	#begin(facts: SentMapFacts, anew: boolean): void {
		const told = JSON.stringify(facts);
		if (!anew && told === this.#begunWith && this.#reader.facts !== null) return;
		this.#begunWith = told;
		this.#reader.begin(facts);
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
