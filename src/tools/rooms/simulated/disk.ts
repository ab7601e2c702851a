import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, statSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { openDatabase, ROOMS_FILE } from '../../../lib/server/stores/open-database.ts';

/** Result codes of SQLite. */
const FULL = 13;
const IO_FSYNC = 1034;
const IO_READ = 266;

/** The process that used the disk has ended: nothing of what it still does counts. */
export class ProcessEnded extends Error {}

/** What happens in the midst of a commit: before anything is kept, with half of it written, or once all of it is. */
export type CrashPoint = 'before' | 'torn' | 'after';

/** A disk that holds the file of rooms, and fails as it is told. SQLite itself is the real one. */
export class Disk {
	readonly #root = mkdtempSync(join(tmpdir(), 'patchfall-simulated-'));
	#generation = 0;
	#open: GuardedDatabase[] = [];
	/** Nothing more fits on it. */
	isFull = false;
	/** The next commit fails, as when the disk does not confirm it. */
	failsNextCommit = false;
	/** The next statement that reads fails. */
	failsNextRead = false;
	/** The process ends in the midst of a commit, so many commits from now. */
	#crash: { commits: number; readonly point: CrashPoint; readonly crash: () => void } | null = null;
	/** Bytes of the log of changes to be cut off before the next process reads it. */
	#tornAt: number | null = null;

	constructor() {
		mkdirSync(this.folder);
	}

	get folder(): string {
		return join(this.#root, `${this.#generation}`);
	}

	/** A connection of a process of this generation. */
	open(): GuardedDatabase {
		const database = openDatabase(
			this.folder,
			0,
			(file, options) => new GuardedDatabase(this, file, options)
		);
		// A killed process loses nothing that it has handed to its system: waiting for the disk would test nothing here.
		database.exec('PRAGMA synchronous = OFF');
		this.#open.push(database as GuardedDatabase);
		return database as GuardedDatabase;
	}

	/** Nothing fails any more. */
	heal(): void {
		this.isFull = false;
		this.failsNextCommit = false;
		this.failsNextRead = false;
	}

	crashAt(commits: number, point: CrashPoint, crash: () => void): void {
		this.#crash = { commits, point, crash };
	}

	/** What the process had open is closed without a word; what was on the disk then is what the next one finds. */
	endGeneration(): void {
		const [file, log] = [join(this.folder, ROOMS_FILE), join(this.folder, `${ROOMS_FILE}-wal`)];
		const before = this.folder;
		this.#generation++;
		mkdirSync(this.folder);
		copyFileSync(file, join(this.folder, ROOMS_FILE));
		const copied = join(this.folder, `${ROOMS_FILE}-wal`);
		if (existsSync(log)) copyFileSync(log, copied);
		if (this.#tornAt !== null && existsSync(copied)) truncateSync(copied, this.#tornAt);
		this.#tornAt = null;
		this.#crash = null;
		for (const database of this.#open) database.end();
		this.#open = [];
		rmSync(before, { recursive: true });
	}

	remove(): void {
		for (const database of this.#open) database.end();
		rmSync(this.#root, { recursive: true, force: true });
	}

	/** Called before a statement. @throws as SQLite does */
	before(isRead: boolean): void {
		if (isRead && this.failsNextRead) {
			this.failsNextRead = false;
			throw sqliteError(IO_READ, 'disk I/O error');
		}
		if (!isRead && this.isFull) throw sqliteError(FULL, 'database or disk is full');
	}

	/** Does a commit, unless something happens. */
	commit(commit: () => void): void {
		if (this.isFull) throw sqliteError(FULL, 'database or disk is full');
		if (this.failsNextCommit) {
			this.failsNextCommit = false;
			throw sqliteError(IO_FSYNC, 'disk I/O error');
		}
		if (this.#crash === null || --this.#crash.commits > 0) return commit();
		const { point, crash } = this.#crash;
		this.#crash = null;
		const from = this.#logBytes();
		if (point !== 'before') commit();
		const to = this.#logBytes();
		// Where the log was begun anew there is no telling which bytes are of this commit: then nothing is torn.
		if (point === 'torn' && to > from) this.#tornAt = from + Math.floor((to - from) / 2);
		crash();
		throw new ProcessEnded();
	}

	#logBytes(): number {
		return statSync(join(this.folder, `${ROOMS_FILE}-wal`), { throwIfNoEntry: false })?.size ?? 0;
	}
}

/** A connection that fails where its disk does, and does nothing once its process has ended. */
export class GuardedDatabase extends DatabaseSync {
	readonly #disk: Disk;
	#hasEnded = false;
	/** Whether the transaction that is open has anything to be kept. */
	#hasWritten = false;

	constructor(disk: Disk, ...parts: ConstructorParameters<typeof DatabaseSync>) {
		super(...parts);
		this.#disk = disk;
	}

	override exec(sql: string): void {
		this.#guard();
		if (sql === 'COMMIT' && this.#hasWritten) this.#disk.commit(() => super.exec(sql));
		else super.exec(sql);
		if (sql.startsWith('BEGIN')) this.#hasWritten = false;
		else if (!sql.startsWith('ROLLBACK')) this.#hasWritten = true;
	}

	override prepare(sql: string): StatementSync {
		this.#guard();
		const statement = super.prepare(sql);
		const isRead = sql.startsWith('SELECT') || sql.startsWith('PRAGMA');
		for (const name of ['run', 'get', 'all'] as const) {
			const call = statement[name].bind(statement) as (...values: unknown[]) => unknown;
			Object.defineProperty(statement, name, {
				value: (...values: unknown[]) => {
					this.#guard();
					this.#disk.before(isRead);
					// What stands in no transaction is one of its own.
					if (!isRead) this.#hasWritten = true;
					if (isRead || this.isTransaction) return call(...values);
					let found: unknown;
					this.#disk.commit(() => (found = call(...values)));
					return found;
				}
			});
		}
		return statement;
	}

	/** Whoever used it has ended. */
	end(): void {
		this.#hasEnded = true;
		if (this.isOpen) super.close();
	}

	#guard(): void {
		if (this.#hasEnded) throw new ProcessEnded();
	}
}

function sqliteError(errcode: number, message: string): Error {
	return Object.assign(new Error(message), { code: 'ERR_SQLITE_ERROR', errcode });
}
