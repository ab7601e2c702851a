import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

const FILE = 'in-use.sqlite';
const OWNER = 'in-use.txt';

/**
 * Holds a data folder for one server. The operating system lets go of what a process held when it dies, however it does:
 * nothing stays behind that somebody would have to remove.
 */
export class FolderLock {
	readonly #database: DatabaseSync;

	/** @throws FolderInUse where another server, or this one, holds it */
	constructor(dataFolder: string) {
		mkdirSync(dataFolder, { recursive: true });
		this.#database = new DatabaseSync(join(dataFolder, FILE), { timeout: 0 });
		try {
			this.#database.exec('PRAGMA journal_mode = DELETE; BEGIN EXCLUSIVE');
		} catch (error) {
			this.#database.close();
			if (!isBusy(error)) throw error;
			throw new FolderInUse(dataFolder, ownerOf(dataFolder));
		}
		writeFileSync(join(dataFolder, OWNER), String(process.pid));
	}

	release(): void {
		this.#database.close();
	}
}

/** Two servers on one folder would each believe that they hold all rooms. */
export class FolderInUse extends Error {
	constructor(dataFolder: string, pid: string | null) {
		super(
			`Another Patchfall${pid === null ? '' : ` (process ${pid})`} already uses the folder of saved rooms, ${dataFolder}. ` +
				'Stop that one first, or name another folder with PATCHFALL_DATA.'
		);
	}
}

function isBusy(error: unknown): boolean {
	return error instanceof Error && 'errcode' in error && (Number(error.errcode) & 0xff) === 5;
}

function ownerOf(dataFolder: string): string | null {
	try {
		return readFileSync(join(dataFolder, OWNER), 'utf8').trim() || null;
	} catch {
		return null;
	}
}
