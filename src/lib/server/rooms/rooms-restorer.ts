import type { RoomSummary } from '../../room/live/live-room-contract.ts';
import type { LogStore } from '../../room/store/log-store.ts';
import { errorFacts, type writeLog } from '../log.ts';
import type { RoomCodes, SeatStore } from '../seats/seat-store.ts';
import type { ServerClock } from '../server-clock.ts';
import type { RoomHosts } from './room-hosts.ts';
import type { ServedRoom } from './served-room.ts';

/** What could not be read at the start is read again after so long. */
const RESTORE_AGAIN_MS = 2000;

interface RestorerParts {
	readonly store: LogStore<RoomSummary>;
	readonly seats: SeatStore;
	readonly hosts: RoomHosts;
	readonly clock: ServerClock;
	readonly log: typeof writeLog;
	/** Makes a room known. */
	readonly known: (codes: RoomCodes) => ServedRoom;
	/** Deletes what is not to be kept any more. */
	readonly sweep: () => Promise<void>;
}

/** Brings back the rooms that a server before this one has left; what cannot be read is read again until it can. */
export class RoomsRestorer {
	/** Resolves when they are there again. */
	readonly restored: Promise<void>;
	readonly #parts: RestorerParts;
	#notReady: 'restoringRooms' | 'roomsNotRestored' | null = 'restoringRooms';
	#isStopped = false;

	/** Begins at once. */
	constructor(parts: RestorerParts) {
		this.#parts = parts;
		this.restored = this.#restore();
	}

	/** Why people should not be sent here yet; null: all rooms are there. */
	get notReady(): 'restoringRooms' | 'roomsNotRestored' | null {
		return this.#notReady;
	}

	/** Tries no more. */
	stop(): void {
		this.#isStopped = true;
	}

	async #restore(): Promise<void> {
		const { hosts, clock, log } = this.#parts;
		let isStarted = false;
		while (this.#notReady !== null && !this.#isStopped) {
			try {
				if (!isStarted) await hosts.start();
				isStarted = true;
				await this.#restoreKept();
				if (this.#notReady === 'roomsNotRestored') log('info', 'roomsRestored');
				this.#notReady = null;
			} catch (error) {
				// A disk that fails for a moment does not keep people out until somebody starts the server again.
				this.#notReady = 'roomsNotRestored';
				log('error', 'roomsNotRestored', { ...errorFacts(error), againMs: RESTORE_AGAIN_MS });
				await new Promise<void>((resolve) => clock.later(resolve, RESTORE_AGAIN_MS));
			}
		}
	}

	async #restoreKept(): Promise<void> {
		const { store, seats, hosts, known, sweep } = this.#parts;
		await sweep();
		const heads = new Map((await store.list()).map((head) => [head.id, head.summary]));
		const opening: Promise<boolean>[] = [];
		for (const codes of await seats.rooms()) {
			const summary = heads.get(codes.id);
			// The server ended before the room's log was begun: nobody has been told of it.
			if (summary === undefined) {
				if (hosts.isOurs(codes.id)) await seats.removeRoom(codes.id);
				continue;
			}
			const room = known(codes);
			// What has ended, or runs elsewhere, is opened when somebody wants to read it.
			if (summary.endedAtMs === null && hosts.isOurs(codes.id)) opening.push(room.open());
		}
		await Promise.all(opening);
	}
}
