import { chmodSync, existsSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { errorMessage } from '../../debrief/pool/error-message.ts';
import { NEWEST_TABLES } from './migrations.ts';

const COPY = /^rooms-before-upgrade-\d+(-\d+)?\.sqlite$/;

/** Copies the file of saved rooms beside it, where it has older tables than this program; else nothing is done. */
export function copyBeforeUpgrade(database: DatabaseSync, dataFolder: string): void {
	const { user_version: tables } = database.prepare('PRAGMA user_version').get() as { user_version: number };
	if (tables < 1 || tables >= NEWEST_TABLES) return;
	const name = (n: number) =>
		join(dataFolder, `rooms-before-upgrade-${tables}${n === 1 ? '' : `-${n}`}.sqlite`);
	let n = 1;
	while (existsSync(name(n))) n++;
	const partly = `${name(n)}.${process.pid}.partly`;
	try {
		database.prepare('VACUUM INTO ?').run(partly);
		// Names of people and hashes of their seats are in it.
		chmodSync(partly, 0o600);
		renameSync(partly, name(n));
	} catch (error) {
		rmSync(partly, { force: true });
		throw new NoUpgradeCopy(dataFolder, error);
	}
}

/** Deletes copies of before an upgrade that were made before a moment, in ms since 1970. */
export function dropUpgradeCopies(dataFolder: string, madeBeforeMs: number): void {
	for (const name of readdirSync(dataFolder).filter((file) => COPY.test(file))) {
		const file = join(dataFolder, name);
		if (statSync(file).mtimeMs < madeBeforeMs) rmSync(file);
	}
}

/** Nothing is changed without a copy. */
export class NoUpgradeCopy extends Error {
	constructor(dataFolder: string, cause: unknown) {
		super(
			`The rooms in ${dataFolder} are of an earlier Patchfall, and could not be copied before they are brought to this one ` +
				`(${errorMessage(cause)}). Make room on that disk, and start again.`,
			{ cause }
		);
	}
}
