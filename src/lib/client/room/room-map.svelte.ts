import type { MapPreview } from '../map/map-preview.ts';
import type { MapFacts } from '../../room/map/map-facts.ts';
import type { FlowFilter } from '../../sim/observe/flows/host-flows.ts';
import type { MapSnapshot } from '../../sim/observe/map/map-snapshot.ts';
import type { RoomMessage } from './messages.ts';
import type { SoloConnection } from './solo-connection.ts';

/** What a map shows of a room while one is watched. */
export class RoomMap {
	facts = $state.raw<MapFacts | null>(null);
	snapshot = $state.raw<MapSnapshot | null>(null);
	/** The past minute that is shown; null: the present. */
	backMin = $state<number | null>(null);
	/** A scenario's world before anything happens, once it was asked for. */
	preview = $state.raw<MapPreview | null>(null);
	readonly #connection: SoloConnection;

	constructor(connection: SoloConnection) {
		this.#connection = connection;
	}

	/** Whether a map is shown. */
	watch(on: boolean): void {
		void this.#connection.send({ type: 'watchMap', on });
	}

	/** Whose flows come with the snapshots; null: nobody's. */
	watchFlows(scope: FlowFilter | null): void {
		void this.#connection.send({ type: 'watchFlows', scope: scope === null ? null : { ...scope } });
	}

	/** Shows a past minute of this run; null: the present again. */
	lookBack(minute: number | null): void {
		this.backMin = minute;
		void this.#connection.send({ type: 'lookBack', minute });
	}

	/** Asks for a scenario's world as it is before anything happens. */
	askPreview(scenarioId: string): void {
		if (this.preview?.scenarioId === scenarioId) return;
		void this.#connection.send({ type: 'previewMap', scenarioId });
	}

	/** Takes in a message for a map; others are none of its. */
	take(message: RoomMessage): void {
		if (message.type === 'mapFacts') this.facts = message.facts;
		else if (message.type === 'snapshot') this.snapshot = message.snapshot;
		else if (message.type === 'mapPreview') this.preview = message;
	}

	/** Another run: nothing of this one is shown any more. */
	clear(): void {
		this.facts = null;
		this.snapshot = null;
		this.backMin = null;
	}
}
