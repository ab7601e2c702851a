import type { Attribution } from '../../debrief/attribution/attribution.ts';
import type { WorkerEnd } from '../worker/open-worker.ts';
import type { AttributionFacts, AttributionMessage, AttributionRequest } from './messages.ts';
import { openAttributionWorker } from './open-attribution-worker.ts';

export type ReadLog = () => Promise<{ readonly fileName: string; readonly text: string }>;
export type AttributionTrouble = 'unreachable' | 'log' | 'scenario' | 'broken';

/** What the decisions of a room's teams were worth, worked out on this device from the log that it may read. */
export class RoomAttribution {
	facts = $state.raw<AttributionFacts | null>(null);
	/** Teams in which people decided. */
	teams = $state.raw<readonly string[]>([]);
	/** Whose decisions are looked at. */
	team = $state<string | null>(null);
	attribution = $state.raw<Attribution | null>(null);
	isOpening = $state(false);
	trouble = $state<AttributionTrouble | null>(null);

	readonly #readLog: ReadLog;
	readonly #of: readonly string[] | null;
	#worker: WorkerEnd<AttributionRequest> | null = null;

	/** @param of the teams that are looked at; null: all */
	constructor(readLog: ReadLog, of: readonly string[] | null = null) {
		this.#readLog = readLog;
		this.#of = of;
	}

	/** Reads the log, once it is asked for. Never rejects. */
	async open(): Promise<void> {
		if (this.isOpening || this.facts !== null) return;
		this.isOpening = true;
		this.trouble = null;
		try {
			const { fileName, text } = await this.#readLog();
			this.#worker ??= openAttributionWorker(
				(message) => this.#hear(message),
				() => this.#failed('broken')
			);
			this.#ask({ type: 'open', name: fileName, text });
		} catch {
			this.#failed('unreachable');
		}
	}

	choose(team: string): void {
		this.team = team;
		this.attribution = null;
		this.#ask({ type: 'choose', team });
	}

	/** Goes on, or stops. */
	attribute(on: boolean): void {
		this.#ask({ type: 'set', on });
	}

	close(): void {
		this.#worker?.close();
		this.#worker = null;
	}

	#ask(request: AttributionRequest): void {
		this.#worker?.ask(request);
	}

	#hear(message: AttributionMessage): void {
		if (message.type === 'notOpened') return this.#failed(message.why);
		if (message.type === 'attribution') {
			if (message.team === this.team) this.attribution = message.attribution;
			return;
		}
		this.isOpening = false;
		this.facts = message.facts;
		this.teams = message.teams.filter((team) => this.#of?.includes(team) ?? true);
		const [first] = this.teams;
		if (first !== undefined) this.choose(first);
	}

	#failed(why: AttributionTrouble): void {
		this.close();
		this.isOpening = false;
		this.facts = null;
		this.trouble = why;
	}
}
