import { basename } from 'node:path';
import { makeDocument } from '../../lib/documents/catalogue.ts';
import { NEEDS_RUNS, NEEDS_SUMMIT } from '../../lib/documents/document-ids.ts';
import { readExercise } from '../../lib/documents/material/read-exercise.ts';
import { runWorlds } from '../../lib/documents/material/run-worlds.ts';
import { readLog } from '../../lib/exercise/log/read-log.ts';
import { logFaultText, readOnlyText } from '../../lib/text/log-fault-text.ts';
import { requireWritableFolder } from '../folders.ts';
import { builtInScenarios, loadPack, readText, type Pack } from '../packs.ts';
import { ReadableError } from '../readable-error.ts';
import { ResultFiles } from '../sim/result-files.ts';
import { readExportOptions, type ExportOptions } from './options.ts';

/**
 * Does what `npm run export` was asked for.
 * @throws ReadableError for what cannot be made, before anything is written
 */
export function exportCommand(args: readonly string[], say: (text: string) => void): void {
	const options = readExportOptions(args);
	if (typeof options === 'string') return say(options);
	const { log, pack, notes, runs } = openLog(options);
	requireWritableFolder(options.out, 'the documents', 'Choose another folder with --out.');
	const needsRuns = options.only.some((id) => NEEDS_RUNS.includes(id));
	const material = readExercise(pack, log, runs && needsRuns ? runWorlds(pack, log) : null, options.language);
	const files = new ResultFiles(options.out);
	const written: string[] = [];
	try {
		for (const id of options.only) {
			const made = makeDocument(id, material);
			if (made.length === 0) {
				const why = NEEDS_SUMMIT.includes(id) ? 'no summit was held' : 'its figures cannot be computed';
				notes.push(`${id}: left out, because ${why}.`);
			}
			for (const { name, bytes } of made) {
				files.append(name, bytes);
				written.push(name);
			}
		}
		files.commit();
	} finally {
		files.discard();
	}
	say([...notes, `${options.out} holds ${written.join(', ')}.`].join('\n'));
}

function openLog(options: ExportOptions) {
	const name = basename(options.log);
	const text = readText(options.log);
	const asked = options.scenario === null ? null : loadPack(options.scenario);
	const packOf = (id: string): Pack | undefined => {
		if (asked !== null) return asked.scenario.id === id ? asked : undefined;
		return builtInScenarios().includes(id) ? loadPack(id) : undefined;
	};
	const reading = readLog(text, name, (id) => packOf(id)?.exercise);
	if (!reading.ok) {
		const faults = reading.faults.map((fault) => {
			const { line, column, path, what, remedy } = logFaultText(fault);
			return `  ${name}:${line}:${column} ${path === '' ? '(root)' : path}: ${what}; ${remedy}`;
		});
		throw new ReadableError(`${options.log} cannot be read:\n${faults.join('\n')}`);
	}
	const [created] = reading.log.events;
	const id = created?.type === 'exerciseCreated' ? created.scenarioId : '';
	const pack = packOf(id);
	if (pack === undefined)
		throw new ReadableError(
			`${options.log} was played with the scenario '${id}', which is not here. Name its file with --scenario FILE.`
		);
	const notes =
		reading.readOnly === null
			? []
			: [`${readOnlyText(reading.readOnly)} Figures of its worlds are left out.`];
	return { log: reading.log, pack, notes, runs: reading.readOnly === null };
}
