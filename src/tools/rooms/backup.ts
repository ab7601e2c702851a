import { chmodSync, existsSync, renameSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { errorMessage } from '../../lib/debrief/pool/error-message.ts';
import { errorCode, ReadableError } from '../readable-error.ts';
import { inspectCopy } from './copy.ts';
import { withSavedRooms } from './saved-rooms.ts';

/**
 * Copies all rooms into one file, as they are at one moment. The server may go on meanwhile.
 * @returns what to say
 */
export async function backup(dataFolder: string, to: string): Promise<string> {
	const file = resolve(to);
	if (existsSync(file)) throw new ReadableError(`${file} is there already. Give another name with --to.`);
	const partly = `${file}.partly`;
	try {
		rmSync(partly, { force: true });
		await withSavedRooms(dataFolder, ({ database }) => database.prepare('VACUUM INTO ?').run(partly));
		// Names of people and hashes of their seats are in it.
		chmodSync(partly, 0o600);
		const { rooms } = inspectCopy(partly);
		renameSync(partly, file);
		return `${file} holds ${rooms === 1 ? '1 room' : `${rooms} rooms`}. Keep it as you keep the names in it.`;
	} catch (error) {
		rmSync(partly, { force: true });
		if (error instanceof ReadableError) throw error;
		throw new ReadableError(
			`${file} could not be written (${errorCode(error) ?? errorMessage(error)}). Name another place with --to.`
		);
	}
}
