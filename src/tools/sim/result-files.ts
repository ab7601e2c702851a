import { closeSync, openSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { errorCode, ReadableError } from '../readable-error.ts';

const PARTIAL = '.partial';

/**
 * Files of one folder that appear together when all are written: until then they carry names that end in `.partial`,
 * so that a run which fails half-way leaves earlier results as they were.
 */
export class ResultFiles {
	readonly #folder: string;
	readonly #open = new Map<string, number>();

	constructor(folder: string) {
		this.#folder = folder;
	}

	/** @throws ReadableError when the disk refuses */
	append(name: string, content: string | Uint8Array): void {
		this.#attempt(name, () => {
			let file = this.#open.get(name);
			if (file === undefined) {
				file = openSync(this.#partial(name), 'w');
				this.#open.set(name, file);
			}
			const bytes = typeof content === 'string' ? Buffer.from(content) : content;
			// A write may take less than it is given.
			for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at);
		});
	}

	/** Gives every file its own name. @throws ReadableError when the disk refuses */
	commit(): void {
		for (const [name, file] of this.#open) this.#attempt(name, () => closeSync(file));
		for (const name of this.#open.keys()) this.#attempt(name, () => refuseFolder(join(this.#folder, name)));
		for (const name of this.#open.keys()) {
			this.#attempt(name, () => renameSync(this.#partial(name), join(this.#folder, name)));
		}
	}

	/** Removes what has not been committed. */
	discard(): void {
		for (const [name, file] of this.#open) {
			try {
				closeSync(file);
			} catch {
				// Closed already: commit had begun.
			}
			rmSync(this.#partial(name), { force: true });
		}
	}

	#partial(name: string): string {
		return join(this.#folder, name + PARTIAL);
	}

	#attempt(name: string, act: () => void): void {
		try {
			act();
		} catch (error) {
			const code = errorCode(error);
			if (code === undefined) throw error;
			const reason = code === 'ENOSPC' ? 'the disk is full' : `the system says ${code}`;
			const remedy = 'Make room or choose another folder with --out.';
			throw new ReadableError(`Cannot write ${join(this.#folder, name)}: ${reason}. ${remedy}`);
		}
	}
}

function refuseFolder(path: string): void {
	if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) return;
	throw new ReadableError(`Cannot write ${path}: a folder of that name is in the way. Remove or rename it.`);
}
