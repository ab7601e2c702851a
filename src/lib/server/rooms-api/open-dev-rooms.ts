import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { writeLog } from '../log.ts';
import { RoomRegistry } from '../rooms/room-registry.ts';
import { newHostKey } from '../seats/tokens.ts';
import { openSqliteRooms } from '../stores/sqlite-rooms-store.ts';
import { RoomsApi } from './rooms-api.ts';

/** Rooms for who works on Patchfall: as a server that serves this machine alone would hold them. */
export function openDevRooms(projectFolder: string): RoomsApi {
	const dataFolder = resolve(projectFolder, process.env.PATCHFALL_DATA || 'data');
	mkdirSync(dataFolder, { recursive: true });
	const store = openSqliteRooms(dataFolder);
	const rooms = new RoomRegistry({ store, log: writeLog, threads: 1, keepDays: 14 });
	const hostKey = process.env.PATCHFALL_HOST_KEY || newHostKey();
	return new RoomsApi({
		rooms,
		hostKey,
		origin: null,
		addresses: () => [],
		build: 'development',
		log: writeLog
	});
}
