import type { RoomSummary } from '../../room/live/live-room-contract.ts';
import { realMachine, type Machine } from '../rooms/machine.ts';
import { RoomThreads } from '../rooms/room-threads.ts';
import { MemoryHandOvers } from '../seats/hand-overs.ts';
import { SqliteSeatStore } from '../seats/sqlite-seat-store.ts';
import type { RoomsStore } from './rooms-store.ts';
import { dropUpgradeCopies } from './upgrade-copy.ts';
import { SqliteLogStore } from './sqlite-log-store.ts';

/**
 * Rooms in a file of a folder, for one process: it needs nothing else.
 * @throws FolderInUse; NewerFile; Error where the folder's file cannot be used
 */
export function openSqliteRooms(dataFolder: string, machine: Machine = realMachine): RoomsStore {
	const lock = machine.hold(dataFolder);
	const database = machine.openDatabase(dataFolder);
	return {
		logs: new SqliteLogStore<RoomSummary>(database),
		seats: new SqliteSeatStore(database),
		handOvers: new MemoryHandOvers(() => machine.clock.nowMs()),
		folder: dataFolder,
		// Nobody but this process makes any.
		roomOf: async () => null,
		hosts: ({ machine, liveRoom, threads, hangsAfterMs, hear, measured, died }) =>
			new RoomThreads({
				machine,
				setup: { store: { kind: 'sqlite', dataFolder }, liveRoom },
				count: threads,
				...(hangsAfterMs !== undefined && { hangsAfterMs }),
				...{ hear, measured, died }
			}),
		// It would stay in the file that changes go through first.
		erased: () => database.exec('PRAGMA wal_checkpoint(TRUNCATE)'),
		dropUpgradeCopies: async (madeBeforeMs) => dropUpgradeCopies(dataFolder, madeBeforeMs),
		notReady: () => null,
		async close() {
			database.close();
			lock.release();
		}
	};
}
