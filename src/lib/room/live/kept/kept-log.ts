import { LOG_VERSION } from '../../../exercise/log/log-file.ts';
import type { RoomEvent } from '../../../exercise/log/events.ts';
import type { Appending } from '../../room.ts';
import type { LiveRoomParts, RoomSummary } from '../live-room-contract.ts';

/** The log of a room as it is kept, with the summary at its head: when it began, was changed last and ended. */
export class KeptLog {
	readonly #parts: Pick<LiveRoomParts, 'id' | 'writer' | 'store' | 'dateMs'>;
	#summary: RoomSummary;

	constructor(parts: LiveRoomParts) {
		this.#parts = parts;
		this.#summary = parts.summary;
	}

	get summary(): RoomSummary {
		return this.#summary;
	}

	/** Writes it from its beginning, in the place of what was kept before. */
	create(events: readonly RoomEvent[]): Promise<void> {
		return this.#parts.store.create({ head: this.#head(this.#summary), events });
	}

	async append({ expectedVersion, fresh, state }: Appending): Promise<void> {
		const changedAtMs = this.#parts.dateMs();
		const { endedAtMs: ended, beganAtMs: began = null } = this.#summary;
		const { phase } = state.position;
		const endedAtMs = ended ?? (phase === 'closed' ? changedAtMs : null);
		const beganAtMs = began ?? (phase === 'lobby' ? null : changedAtMs);
		const summary = { ...this.#summary, changedAtMs, endedAtMs, beganAtMs };
		await this.#parts.store.append(this.#head(summary), expectedVersion, fresh);
		this.#summary = summary;
	}

	#head(summary: RoomSummary) {
		const { id, writer } = this.#parts;
		return { id, writer, format: LOG_VERSION, summary };
	}
}
