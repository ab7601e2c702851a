import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { builtInPacks, libraryOnDisk } from '../lib/node/packs-on-disk.ts';
import type { Pack } from '../lib/room/scenario-library.ts';
import type { Fault } from '../lib/scenario/parse.ts';
import { namesLike } from '../lib/scenario/parse/nearest.ts';
import { readBytes } from '../lib/scenario/parse/read-bytes.ts';
import type { Library, Scenario } from '../lib/scenario/scenario.ts';
import { choicesText } from '../lib/text/en/scenario-faults/says.ts';
import { faultLine } from '../lib/text/scenario-fault-text.ts';
import { wordsFor } from '../lib/text/words.ts';
import { errorCode, ReadableError } from './readable-error.ts';

const FAULTS_SHOWN = 20;
/** More than any scenario or log has; a larger file is not even opened. */
const BYTES_MOST = 100_000_000;

export type { Pack };

/** Names of the built-in scenarios. */
export function builtInScenarios(): string[] {
	return builtInPacks().map(({ id }) => id);
}

/** The built-in worlds, model parameters and parts that scenarios may name. */
export function readLibrary(): Library {
	return libraryOnDisk().parts;
}

/**
 * A built-in scenario by name, or an author's from a file.
 * @throws ReadableError when there is neither, or with every fault of the file: line, column, path and remedy
 */
export function loadPack(nameOrFile: string): Pack {
	const isBuiltIn = builtInScenarios().includes(nameOrFile);
	if (!isBuiltIn && !existsSync(nameOrFile)) throw new ReadableError(noSuchScenario(nameOrFile));
	const opened = libraryOnDisk().open(
		isBuiltIn
			? { kind: 'builtIn', id: nameOrFile }
			: { kind: 'file', name: nameOrFile, text: readText(nameOrFile), parts: partsBeside(nameOrFile) }
	);
	if (opened.ok) return opened.pack;
	throw new ReadableError(faultsText(nameOrFile, opened.faults));
}

/** The other files of an author's folder, by their names without ending: parts that the scenario may name. */
function partsBeside(file: string): Record<string, string> {
	const folder = dirname(file);
	const beside = readdirSync(folder).filter((name) => /\.ya?ml$/.test(name) && name !== basename(file));
	const isPart = (text: string) => /^part\s*:/m.test(text);
	const read = beside.map((name) => [name.replace(/\.ya?ml$/, ''), readText(join(folder, name))] as const);
	return Object.fromEntries(read.filter(([, text]) => isPart(text)));
}

/** The same, without the tables: for those who compile them in another size. */
export function readScenario(nameOrFile: string): Scenario {
	return loadPack(nameOrFile).scenario;
}

/** Faults of a file, one a line, and how many more there are. */
export function faultsText(file: string, faults: readonly Fault[]): string {
	const lines = faults.slice(0, FAULTS_SHOWN).map((fault) => `  ${faultLine(fault)}`);
	const more = faults.length - lines.length;
	const count = faults.length === 1 ? 'one thing is' : `${faults.length} things are`;
	return [
		`The scenario ${file} cannot be run; ${count} wrong with it:`,
		...lines,
		...(more > 0 ? [`  and ${more} more`] : [])
	].join('\n');
}

/**
 * The text of a file that a person named.
 * @throws ReadableError saying which file cannot be read, and why
 */
export function readText(file: string): string {
	try {
		const about = statSync(file);
		if (about.isDirectory()) throw new ReadableError(`${file} is a folder. Name a file in it.`);
		if (about.size > BYTES_MOST || about.isCharacterDevice() || about.isBlockDevice())
			throw new ReadableError(`${file} is far too large for a scenario or a log. Check the path.`);
		const read = readBytes(readFileSync(file));
		if (!read.ok) throw new ReadableError(wordsFor().files[read.fault](file));
		return read.text;
	} catch (error) {
		const code = errorCode(error);
		if (code === undefined) throw error;
		const reason = { ENOENT: 'there is no such file', EACCES: 'you have no permission to read it' }[code];
		throw new ReadableError(`Cannot read ${file}: ${reason ?? `the system says ${code}`}. Check the path.`);
	}
}

function noSuchScenario(name: string): string {
	const known = builtInScenarios();
	return `There is no built-in scenario '${name}' and no file of that name. ${choicesText(namesLike(name, known))}`;
}
