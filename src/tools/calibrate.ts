/**
 * `npm run calibrate`: calibrates the model to the record of July 2024 and writes what came of it: the runs (which the tests check
 * the report against), the accepted parameter sets, and the report that the page on the model shows.
 */
import { writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { calibrationPool } from './calibration/pool.ts';
import { readInput } from './calibration/input.ts';
import { calibrate } from './calibration/calibrate.ts';
import { ensembleFile, reportFile, RUNS_FILE, runsFile } from './calibration/files.ts';
import { projectFolder } from './project.ts';
import { runCommand } from './readable-error.ts';

await runCommand(async () => {
	const pool = calibrationPool(Math.max(1, Math.min(8, availableParallelism())));
	let said = '';
	const tell = (what: string) => {
		const [stage] = what.split(':');
		if (stage !== said) process.stderr.write('\n');
		said = stage!;
		process.stderr.write(`\r${what}   `);
	};
	try {
		const input = readInput();
		const runs = await calibrate(pool, input, undefined, tell);
		process.stderr.write('\n');
		for (const [file, text] of [
			[RUNS_FILE, runsFile(runs)],
			ensembleFile(runs),
			reportFile(runs, input)
		] as const) {
			writeFileSync(join(projectFolder, file), text);
			console.log(`${file} is up to date.`);
		}
		console.log(
			`${runs.accepted} sets accepted of ${runs.tried} promising ones; ${runs.members.length} kept.`
		);
	} finally {
		pool.close();
	}
});
