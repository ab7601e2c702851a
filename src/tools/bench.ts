/** `npm run bench`: measures what the architecture sets bars for, and prints each figure beside its bar. */
import { existsSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { dirname, join } from 'node:path';
import { measureDebrief } from './bench/debrief-figures.ts';
import { measurePhysics } from './bench/figures.ts';
import { measureMap } from './bench/map-figures.ts';
import { measureLongFrames } from './bench/map-long-frames.ts';
import { measurePlay } from './bench/play-figures.ts';
import { reportJson, reportText } from './bench/report.ts';
import { measureRivals } from './bench/rivals.ts';
import { buildApp } from './build-app.ts';
import { readCommandLine } from './command-line.ts';
import { requireWritableFolder } from './folders.ts';
import { projectFolder } from './project.ts';
import { errorCode, ReadableError, runCommand } from './readable-error.ts';

const HELP = `Measures what there are bars for and prints each figure beside its bar. It takes a few minutes.

  npm run bench
  npm run bench -- --json FILE    also writes the figures to FILE

A missed bar is said, not failed: how fast a run is depends on the machine and on what else it does. For that reason
figures are also given against something timed in the same process. Pages are measured as they were built last; where
nothing is built yet, that is done first.`;

await runCommand(async () => {
	if (process.argv.includes('--help') || process.argv.includes('-h')) {
		console.log(HELP);
		return;
	}
	const { json } = readCommandLine('npm run bench --', process.argv.slice(2), { json: 'value' });
	const [file] = json;
	if (file !== undefined)
		requireWritableFolder(dirname(file), 'the figures', 'Name another file with --json.');
	if (!existsSync(join(projectFolder, 'build', 'prerendered', 'index.html'))) {
		console.error('Building, which takes a few seconds …');
		await buildApp();
	}
	const say = (what: string) => console.error(`Measuring: ${what} …`);
	const measured = [
		...measurePhysics(say),
		...measureRivals(say),
		...(await measureDebrief(say)),
		...(await measurePlay(say)),
		...(await measureMap(say)),
		...(await measureLongFrames(say))
	];
	const machine = {
		node: process.versions.node,
		cpu: cpus()[0]?.model.trim() ?? 'unknown',
		cores: cpus().length
	};
	console.log(reportText(measured, machine));
	if (file !== undefined) save(file, reportJson(measured, machine));
});

function save(file: string, text: string): void {
	try {
		writeFileSync(file, text);
	} catch (error) {
		const code = errorCode(error);
		if (code === undefined) throw error;
		throw new ReadableError(`Cannot write ${file} (${code}). Name another file with --json.`);
	}
	console.error(`Wrote ${file}.`);
}
