import type { RoomSummary } from '../../room/live/live-room-contract.ts';
import type { LogStore } from '../../room/store/log-store.ts';
import { openDatabase } from './open-database.ts';
import { PgDatabase } from './postgres/pg-database.ts';
import { PgLogStore } from './postgres/pg-log-store.ts';
import type { StoreAddress } from './rooms-store.ts';
import { SqliteLogStore } from './sqlite-log-store.ts';

/** Rooms of a thread wait for the disk at the same time, and not for each other. */
const CONNECTIONS = 3;

/**
 * The logs of rooms as a thread of theirs opens them. Their tables are there.
 * @returns for a fence (see `Tenure`), or null where no other process writes
 */
export function openLogs(address: StoreAddress): (fence: string | null) => LogStore<RoomSummary> {
	if (address.kind === 'sqlite') {
		const store = new SqliteLogStore<RoomSummary>(openDatabase(address.dataFolder));
		return () => store;
	}
	const database = new PgDatabase(address.url, CONNECTIONS);
	return (fence) => new PgLogStore<RoomSummary>(database, fence);
}
