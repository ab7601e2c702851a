import { existsSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { errorCode, ReadableError } from './readable-error.ts';

/** Creates the folder where it is missing, writes a small file into it and removes that file. Throws what the disk says. */
export function probeFolder(folder: string): void {
	createFolder(folder);
	const trial = join(folder, `.patchfall-write-test-${process.pid}`);
	try {
		writeFileSync(trial, 'May be deleted.\n');
	} finally {
		rmSync(trial, { force: true });
	}
}

/** Like `mkdirSync` with `recursive`, which on a read-only disk reports ENOENT and so hides the reason. */
function createFolder(folder: string): void {
	if (statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return;
	if (!existsSync(dirname(folder))) createFolder(dirname(folder));
	mkdirSync(folder);
}

const REASONS: Readonly<Record<string, string>> = {
	EROFS: 'it is on a read-only disk',
	EACCES: 'you have no permission to write there',
	EPERM: 'you have no permission to write there',
	ENOSPC: 'the disk is full',
	EDQUOT: 'your disk quota is used up',
	EEXIST: 'a file of that name is in the way',
	ENOTDIR: 'a part of that path is a file, not a folder'
};

/**
 * Makes sure that a folder exists and can be written to.
 * @param purpose what the folder is for, as it reads after "the folder for …"
 * @param remedy what the person can do about it, as a sentence
 * @throws ReadableError saying which folder, why not, and the remedy
 */
export function requireWritableFolder(
	folder: string,
	purpose: string,
	remedy: string,
	probe: (folder: string) => void = probeFolder
): void {
	try {
		probe(folder);
	} catch (error) {
		const code = errorCode(error);
		if (code === undefined) throw error;
		const reason = REASONS[code] ?? `the system says ${code}`;
		throw new ReadableError(`Cannot write to ${folder}, the folder for ${purpose}: ${reason}.\n${remedy}`);
	}
}
