import { existing, networkShareOf } from '../../lib/server/preflight/network-share.ts';
import { freeBytesOf } from '../../lib/server/preflight/disk.ts';
import { requireWritableFolder } from '../folders.ts';
import { startCommand } from '../project.ts';
import { ReadableError } from '../readable-error.ts';
import { good, problem, warning, type Finding } from './finding.ts';

export const OTHER_FOLDER = `Name another folder, for example with "${startCommand} --data /tmp/patchfall".`;

/** A day of rooms takes some hundred. */
const MB_ENOUGH = 1000;
const MB_LEAST = 100;

/** Whether rooms can be kept in a folder. */
export async function folderFindings(
	folder: string,
	shareOf: (folder: string) => Promise<string | null> = networkShareOf,
	freeBytes: (folder: string) => Promise<number> = freeBytesOf
): Promise<readonly Finding[]> {
	return [await shareFinding(folder, shareOf), writingFinding(folder), await spaceFinding(folder, freeBytes)];
}

/** On a network share what is kept gets damaged. */
export async function shareFinding(folder: string, shareOf = networkShareOf): Promise<Finding> {
	const share = await shareOf(folder);
	if (share === null) return good(`${folder} is on a disk of this machine.`);
	return problem(
		`${folder}, the folder for saved rooms, is on a network share (${share}), where rooms get damaged.`,
		`${OTHER_FOLDER} Where several servers are to have the same rooms, set PATCHFALL_STORE.`
	);
}

function writingFinding(folder: string): Finding {
	try {
		requireWritableFolder(folder, 'saved rooms', OTHER_FOLDER);
		return good(`${folder} can be written to.`);
	} catch (error) {
		if (!(error instanceof ReadableError)) throw error;
		const [says, remedy] = error.message.split('\n');
		return problem(says!, remedy!);
	}
}

async function spaceFinding(
	folder: string,
	freeBytes: (folder: string) => Promise<number>
): Promise<Finding> {
	const freeMb = Math.floor((await freeBytes(existing(folder))) / 1e6);
	const says = `${freeMb} MB are free on the disk of ${folder}.`;
	if (freeMb >= MB_ENOUGH) return good(says);
	const remedy = `Make room for ${MB_ENOUGH} MB, or name a folder on another disk.`;
	return freeMb < MB_LEAST ? problem(says, remedy) : warning(says, remedy);
}
