import type { RoomSummary } from '../../room/live/live-room-contract.ts';
import { errorFacts, type writeLog } from '../log.ts';
import type { RoomsStore } from '../stores/rooms-store.ts';
import { isOver } from './is-over.ts';
import type { KnownRooms } from './known-rooms.ts';
import type { RoomHosts } from './room-hosts.ts';
import type { ServedRoom } from './served-room.ts';

/** Copies of before an upgrade are kept for so long. */
const UPGRADE_COPIES_MS = 7 * 24 * 3_600_000;

export interface EraserParts {
	readonly store: RoomsStore;
	readonly rooms: KnownRooms;
	readonly hosts: RoomHosts;
	readonly log: typeof writeLog;
	readonly dateMs: () => number;
	/** Days for which a room that has ended can be read. */
	readonly keepDays: number;
}

/** Deletes rooms with everything that is kept of them. */
export class RoomEraser {
	readonly #parts: EraserParts;

	constructor(parts: EraserParts) {
		this.#parts = parts;
	}

	/** What is kept of a room, for who has the right to ask; null: nothing. */
	async summaryOf(id: string): Promise<RoomSummary | null> {
		const heads = await this.#parts.store.logs.list();
		return heads.find((head) => head.id === id)?.summary ?? null;
	}

	/** Throws a rehearsal away. False: it is none. @throws StoreFault */
	async throwAway(id: string): Promise<boolean> {
		if (!(await this.summaryOf(id))?.isRehearsal) return false;
		await this.erase(id);
		return true;
	}

	/** Somebody wants a room to be gone. @throws StoreFault */
	async erase(id: string): Promise<void> {
		await this.#delete(id);
		this.erased();
	}

	/** Something has been erased, of a room or in it: it does not stay behind, in copies either. */
	erased(): void {
		const { store, log } = this.#parts;
		store.erased();
		store
			.dropUpgradeCopies(Infinity)
			.catch((error: unknown) => log('error', 'copiesNotDropped', errorFacts(error)));
	}

	/** Deletes rooms that ended long enough ago, and rehearsals left behind. */
	async sweep(): Promise<void> {
		const { store, log, keepDays, dateMs } = this.#parts;
		const nowMs = dateMs();
		try {
			for (const { id, summary } of await store.logs.list())
				if (isOver(summary, nowMs, keepDays)) await this.#delete(id);
			await store.dropUpgradeCopies(nowMs - UPGRADE_COPIES_MS);
		} catch (error) {
			log('error', 'roomsNotSwept', errorFacts(error));
		}
	}

	/** Takes back a room of which nothing is kept yet. @throws StoreFault */
	async remove(room: ServedRoom): Promise<void> {
		this.#parts.rooms.forget(room);
		await this.#parts.store.seats.removeRoom(room.codes.id);
	}

	async #delete(id: string): Promise<void> {
		const { store, rooms, hosts } = this.#parts;
		const room = rooms.byId(id);
		if (room !== undefined) {
			room.end('roomGone');
			await hosts.ask('close', id, {}).catch(() => {});
			await this.remove(room);
		} else await store.seats.removeRoom(id);
		await store.logs.forget(id);
		store.erased();
	}
}
