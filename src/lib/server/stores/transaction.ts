import type { DatabaseSync } from 'node:sqlite';

/** Does all of it or nothing; no other connection writes in between. */
export function inTransaction<Result>(database: DatabaseSync, work: () => Result): Result {
	database.exec('BEGIN IMMEDIATE');
	try {
		const result = work();
		database.exec('COMMIT');
		return result;
	} catch (error) {
		// A full disk takes the transaction back by itself.
		if (database.isTransaction) database.exec('ROLLBACK');
		throw error;
	}
}
