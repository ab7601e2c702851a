import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/**
 * Read first by each thread of a server: while a file of this name lies in its data folder, nothing that it writes fits on
 * the disk. SQLite says so, and takes back what was begun, as it does on a disk that is full.
 */
export const FULL_DISK_FILE = 'full-disk';

const file = join(process.env.PATCHFALL_DATA ?? '', FULL_DISK_FILE);
const exec = DatabaseSync.prototype.exec;
DatabaseSync.prototype.exec = function (this: DatabaseSync, sql: string) {
	if (sql === 'COMMIT' && existsSync(file)) {
		exec.call(this, 'ROLLBACK');
		throw Object.assign(new Error('database or disk is full'), { code: 'ERR_SQLITE_ERROR', errcode: 13 });
	}
	exec.call(this, sql);
};
