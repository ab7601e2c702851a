import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { openDatabase, ROOMS_FILE } from '../../lib/server/stores/open-database.ts';
import { inspectCopy } from './copy.ts';
import { withoutServer } from './saved-rooms.ts';

/**
 * Puts a copy in place of all rooms of a folder. What was there is kept beside it.
 * @returns what to say
 */
export async function restore(dataFolder: string, from: string): Promise<string> {
	const file = resolve(from);
	const { rooms } = inspectCopy(file);
	mkdirSync(dataFolder, { recursive: true });
	return withoutServer(dataFolder, 'Stop it (Ctrl+C), then restore.', async () => {
		const place = join(dataFolder, ROOMS_FILE);
		const fresh = `${place}.restoring`;
		copyFileSync(file, fresh);
		const kept = existsSync(place) ? setAside(dataFolder, place) : null;
		renameSync(fresh, place);
		// Brings an older copy to the newest tables now, not at the next start.
		openDatabase(dataFolder).close();
		const before = kept === null ? '' : ` What was there before is in ${kept}.`;
		return `${dataFolder} holds ${rooms === 1 ? '1 room' : `${rooms} rooms`} again.${before}`;
	});
}

function setAside(dataFolder: string, place: string): string {
	// What waits in the file of changes comes into the file itself.
	openDatabase(dataFolder).close();
	let n = 1;
	const name = () => join(dataFolder, `rooms-before-restore-${n}.sqlite`);
	while (existsSync(name())) n++;
	renameSync(place, name());
	for (const end of ['-wal', '-shm']) rmSync(`${place}${end}`, { force: true });
	return name();
}
