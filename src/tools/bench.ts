/** `npm run bench`: measures what the architecture sets bars for, and prints each figure beside its bar. */
import { existsSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { dirname, join } from 'node:path';
import { BENCH_PARTS, type BenchPart } from './bench/parts.ts';
import { reportJson, reportText } from './bench/report.ts';
import { buildApp } from './build-app.ts';
import { readCommandLine } from './command-line.ts';
import { requireWritableFolder } from './folders.ts';
import { projectFolder } from './project.ts';
import { errorCode, ReadableError, runCommand } from './readable-error.ts';

const HELP = `Measures what there are bars for and prints each figure beside its bar. It takes a few minutes.

  npm run bench
  npm run bench -- --json FILE    also writes the figures to FILE
  npm run bench -- --only PART    only these: ${BENCH_PARTS.join(', ')}; can be given again

A missed bar is said, not failed: how fast a run is depends on the machine and on what else it does. For that reason
figures are also given against something timed in the same process. Pages are measured as they were built last; where
nothing is built yet, that is done first.`;

await runCommand(async () => {
	if (process.argv.includes('--help') || process.argv.includes('-h')) {
		console.log(HELP);
		return;
	}
	const options = { json: 'value', only: 'values' } as const;
	const { json, only } = readCommandLine('npm run bench --', process.argv.slice(2), options);
	const parts = only.length === 0 ? BENCH_PARTS : only.map(partOf);
	const [file] = json;
	if (file !== undefined)
		requireWritableFolder(dirname(file), 'the figures', 'Name another file with --json.');
	if (!existsSync(join(projectFolder, 'build', 'prerendered', 'index.html'))) {
		console.error('Building, which takes a few seconds …');
		await buildApp();
	}
	const say = (what: string) => console.error(`Measuring: ${what} …`);
	// What measures brings browsers and rivals with it: it is read once it is known what is asked for.
	const { measureAll } = await import('./bench/measure-all.ts');
	const measured = await measureAll(say, parts);
	const machine = {
		node: process.versions.node,
		cpu: cpus()[0]?.model.trim() ?? 'unknown',
		cores: cpus().length
	};
	console.log(reportText(measured, machine));
	if (file !== undefined) save(file, reportJson(measured, machine));
});

function partOf(name: string): BenchPart {
	const part = BENCH_PARTS.find((one) => one === name);
	if (part === undefined)
		throw new ReadableError(`The bench has no part "${name}". Choose of: ${BENCH_PARTS.join(', ')}.`);
	return part;
}

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
