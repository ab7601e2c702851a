import { errorMessage } from '../../lib/debrief/pool/error-message.ts';
import { openPostgresRooms } from '../../lib/server/stores/postgres/open-postgres-rooms.ts';
import { NewerTables } from '../../lib/server/stores/postgres/pg-migrations.ts';
import { FolderInUse } from '../../lib/server/stores/folder-lock.ts';
import { NewerFile } from '../../lib/server/stores/migrations.ts';
import type { RoomsStore, StoreAddress } from '../../lib/server/stores/rooms-store.ts';
import { openSqliteRooms } from '../../lib/server/stores/sqlite-rooms-store.ts';
import { NoUpgradeCopy } from '../../lib/server/stores/upgrade-copy.ts';
import { errorCode, ReadableError } from '../readable-error.ts';

/** Opens what is kept of rooms. @throws ReadableError saying what is wrong with it and what to do */
export async function openStore(address: StoreAddress): Promise<RoomsStore> {
	try {
		return address.kind === 'sqlite'
			? openSqliteRooms(address.dataFolder)
			: await openPostgresRooms(address.url);
	} catch (error) {
		if ([NewerFile, FolderInUse, NewerTables, NoUpgradeCopy].some((kind) => error instanceof kind))
			throw new ReadableError((error as Error).message);
		if (address.kind === 'sqlite') throw error;
		throw new ReadableError(postgresFault(error, new URL(address.url)));
	}
}

/** What is wrong with a PostgreSQL, and what to do. The password of its address is not repeated: what is printed gets kept. */
export function postgresFault(error: unknown, { hostname, port, pathname, username }: URL): string {
	const place = `${hostname || 'this machine'}:${port || '5432'}`;
	const database = decodeURIComponent(pathname.slice(1));
	switch (errorCode(error)) {
		case '3D000':
			return `PostgreSQL at ${place} has no database "${database}". Make it (createdb ${database}), or name another in PATCHFALL_STORE.`;
		case '28P01':
		case '28000':
			return `PostgreSQL at ${place} does not let "${decodeURIComponent(username)}" in. Check the user and the password in PATCHFALL_STORE.`;
		case '42501':
			return `"${decodeURIComponent(username)}" may not make tables in the database "${database}" at ${place}. Make that user its owner.`;
		default:
			return (
				`PostgreSQL at ${place} cannot be used (${errorCode(error) ?? errorMessage(error)}). ` +
				'Start it, or correct the address in PATCHFALL_STORE; without that setting rooms are kept in a folder.'
			);
	}
}
