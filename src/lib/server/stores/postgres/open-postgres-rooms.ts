import { randomUUID } from 'node:crypto';
import type { RoomSummary } from '../../../room/live/live-room-contract.ts';
import { SharedRooms } from '../../shared/shared-rooms.ts';
import type { RoomsStore } from '../rooms-store.ts';
import { PgDatabase } from './pg-database.ts';
import { PgHandOvers } from './pg-hand-overs.ts';
import { PgLogStore } from './pg-log-store.ts';
import { migratePg } from './pg-migrations.ts';
import { dropPgCopies } from './pg-upgrade-copy.ts';
import { PgSeatStore } from './pg-seat-store.ts';

const CONNECTIONS = 6;
/** Leases are not to wait for anything else. */
const OWN_CONNECTIONS = 3;

/**
 * Rooms in PostgreSQL, for several processes that serve the same ones.
 *
 * @param self names this process among them
 * @throws NewerTables; what PostgreSQL says where it cannot be used
 */
export async function openPostgresRooms(url: string, self: string = randomUUID()): Promise<RoomsStore> {
	const database = new PgDatabase(url, CONNECTIONS);
	const between = new PgDatabase(url, OWN_CONNECTIONS);
	try {
		await migratePg(database);
	} catch (error) {
		await Promise.all([database.close(), between.close()]);
		throw error;
	}
	const seats = new PgSeatStore(database, self);
	let rooms: SharedRooms | null = null;
	return {
		logs: new PgLogStore<RoomSummary>(database),
		seats,
		handOvers: new PgHandOvers(database),
		folder: null,
		roomOf: (code) => seats.roomOf(code),
		hosts: (parts) => (rooms = new SharedRooms({ ...parts, url, self, database: between })),
		// PostgreSQL writes over what was deleted when it has time.
		erased: () => {},
		dropUpgradeCopies: (madeBeforeMs) => dropPgCopies(database, madeBeforeMs),
		notReady: () => (rooms?.isAway === true ? 'storeAway' : null),
		async close() {
			await Promise.all([database.close(), between.close()]);
		}
	};
}
