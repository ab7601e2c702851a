import { resolve } from 'node:path';
import { readCode } from '../../lib/server/rooms/codes.ts';
import { readCommandLine } from '../command-line.ts';
import { commandLine, homeFolder } from '../project.ts';
import { ReadableError } from '../readable-error.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

export interface LogOptions {
	readonly dataFolder: string;
	/** Address of the PostgreSQL that keeps the rooms; null: the folder does. */
	readonly postgres: string | null;
	/** Null: all rooms are listed. */
	readonly code: string | null;
	/** Null: a file named after the room, where the command was started. */
	readonly file: string | null;
	/** Without what people wrote. */
	readonly withoutTexts: boolean;
}

export interface EraseOptions {
	readonly dataFolder: string;
	readonly code: string;
	/** Names and texts alone; the exercise stays. */
	readonly namesOnly: boolean;
}

export type RoomOptions =
	| { readonly command: 'help' }
	| { readonly command: 'backup' | 'restore'; readonly dataFolder: string; readonly file: string }
	| ({ readonly command: 'log' } & LogOptions)
	| ({ readonly command: 'erase' } & EraseOptions);

export const HELP = `What is kept of rooms, in the folder that PATCHFALL_DATA names (./data otherwise). Where PATCHFALL_STORE names a PostgreSQL,
room:log reads that one; it is copied with pg_dump and restored with pg_restore, and rooms are erased at their desks.

  ${commandLine('room:backup')} --to FILE       copies all rooms into one file; the server may run
  ${commandLine('room:restore')} --from FILE    puts a copy in place of all rooms; the server must not run
  ${commandLine('room:log')}                    lists the rooms; the server may run
  ${commandLine('room:log')} --room CODE        saves the log of a room; the server may run
  ${commandLine('room:erase')} --room CODE      deletes a room; the server must not run (while it does, erase at the desk)

  --to FILE          room:log: name of the file (room-CODE.json otherwise)
  --without-texts    room:log: leaves out what people wrote; names of people are never in a log
  --names            room:erase: only names and what people wrote; the exercise stays and can be replayed`;

const IN_POSTGRES =
	'PATCHFALL_STORE is set: rooms are kept in PostgreSQL. Copy it with pg_dump, restore it with pg_restore, and erase a room at its desk.';

/** @throws ReadableError where something is missing or not known */
export function readRoomOptions(args: readonly string[], env: Environment): RoomOptions {
	const [command, ...rest] = args;
	if (command === undefined || rest.includes('--help') || rest.includes('-h')) return { command: 'help' };
	const called = commandLine(`room:${command}`);
	const dataFolder = resolve(homeFolder, env.PATCHFALL_DATA || 'data');
	const postgres = env.PATCHFALL_STORE || null;
	if (postgres !== null && command !== 'log') throw new ReadableError(IN_POSTGRES);
	switch (command) {
		case 'backup': {
			const { to } = readCommandLine(called, rest, { to: 'value' });
			return { command, dataFolder, file: needed(to[0], `${called} --to FILE`) };
		}
		case 'restore': {
			const { from } = readCommandLine(called, rest, { from: 'value' });
			return { command, dataFolder, file: needed(from[0], `${called} --from FILE`) };
		}
		case 'log': {
			const given = readCommandLine(called, rest, { room: 'value', to: 'value', 'without-texts': 'flag' });
			return {
				...{ command, dataFolder, postgres, file: given.to[0] ?? null },
				code: given.room[0] === undefined ? null : codeOf(given.room[0]),
				withoutTexts: given['without-texts'].length > 0
			};
		}
		case 'erase': {
			const { room, names } = readCommandLine(called, rest, { room: 'value', names: 'flag' });
			const code = codeOf(needed(room[0], `${called} --room CODE`));
			return { command, dataFolder, code, namesOnly: names.length > 0 };
		}
		default:
			throw new ReadableError(`There is no command "${command}" for rooms.\n\n${HELP}`);
	}
}

function needed(value: string | undefined, whole: string): string {
	if (value !== undefined) return value;
	throw new ReadableError(`Something is missing. Type "${whole}".`);
}

function codeOf(typed: string): string {
	const reading = readCode(typed);
	if (reading.ok) return reading.code;
	throw new ReadableError(
		`"${typed}" is no code of a room. "${commandLine('room:log')}" lists the rooms with theirs.`
	);
}
