import type { MapPreview } from '../map/map-preview.ts';
import type { FlowScope, MapFacts, MapMoment } from '../map/messages.ts';
import type { RoomClient, RoomNews } from './room-client.ts';

/** What a map shows of a room while one is watched. */
export class RoomMap {
	facts = $state.raw<MapFacts | null>(null);
	moment = $state.raw<MapMoment | null>(null);
	/** The past minute that is shown; null: the present. */
	backMin = $state<number | null>(null);
	/** A scenario's world before anything happens, once it was asked for. */
	preview = $state.raw<MapPreview | null>(null);
	readonly #client: RoomClient;

	constructor(client: RoomClient) {
		this.#client = client;
	}

	/** Whether a map is shown. */
	watch(on: boolean): void {
		this.#client.watchMap(on);
	}

	/** Whose flows come with the moments; null: nobody's. */
	watchFlows(scope: FlowScope | null): void {
		this.#client.watchFlows(scope);
	}

	/** Shows a past minute of this run; null: the present again. */
	lookBack(minute: number | null): void {
		this.backMin = minute;
		this.#client.lookBack(minute);
	}

	/** Asks for a scenario's world as it is before anything happens. */
	askPreview(scenarioId: string): void {
		if (this.preview?.scenarioId !== scenarioId) this.#client.previewMap(scenarioId);
	}

	/** Takes in what is news for a map. */
	take(news: RoomNews): void {
		if (news.type === 'mapFacts') this.facts = news.facts;
		else if (news.type === 'moment') this.moment = news.moment;
		else if (news.type === 'mapPreview') this.preview = news;
	}

	/** Another run: nothing of this one is shown any more. */
	clear(): void {
		this.facts = null;
		this.moment = null;
		this.backMin = null;
	}
}
