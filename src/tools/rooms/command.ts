import { backup } from './backup.ts';
import { erase } from './erase.ts';
import { HELP, readRoomOptions, type Environment } from './options.ts';
import { saveRoomLog } from './room-log.ts';
import { restore } from './restore.ts';

/**
 * Does what one of the four commands was asked for.
 * @throws ReadableError saying what is wrong, where, and what to do
 */
export async function roomsCommand(
	args: readonly string[],
	env: Environment,
	say: (text: string) => void
): Promise<void> {
	const options = readRoomOptions(args, env);
	switch (options.command) {
		case 'help':
			return say(HELP);
		case 'backup':
			return say(await backup(options.dataFolder, options.file));
		case 'restore':
			return say(await restore(options.dataFolder, options.file));
		case 'log':
			return say(await saveRoomLog(options));
		case 'erase':
			return say(await erase(options));
	}
}
