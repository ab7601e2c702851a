import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { buildApp } from '../build-app.ts';
import { digits } from '../bench/report.ts';
import { projectFolder } from '../project.ts';
import { ReadableError } from '../readable-error.ts';
import { startBuilt } from './built-server.ts';
import { measureHall, measureRooms, percentilesText, type Driven } from './measured.ts';
import { readLoadOptions, type LoadOptions } from './options.ts';
import { heldMb, totalOf, type ProcessFigures } from './process-figures.ts';

/** Runs `npm run load`. Returns 1 where something was lost. */
export async function loadCommand(argv: readonly string[], print: (line: string) => void): Promise<number> {
	const options = readLoadOptions(argv);
	if (typeof options === 'string') {
		print(options);
		return 0;
	}
	if (options.url !== null) return drive({ url: options.url, figures: null }, options, print);
	if (!existsSync(join(projectFolder, 'build', 'handler.js'))) {
		console.error('Building, which takes a few seconds …');
		await buildApp();
	}
	const server = await startBuilt();
	try {
		const driven = { url: `http://127.0.0.1:${server.port}`, figures: server.figures };
		const died = server.ended.then((how) => {
			throw new ReadableError(`The server has ended (${how}).\n${server.complaints()}`);
		});
		const lost = await Promise.race([drive(driven, options, print), died]);
		died.catch(() => {});
		if (server.complaints() !== '') print(`The server has complained:\n${server.complaints()}`);
		return lost;
	} finally {
		await server.stop();
	}
}

async function drive(driven: Driven, options: LoadOptions, print: (line: string) => void): Promise<number> {
	const { phones, presses, rooms, seconds, pace, stopMs } = options;
	const say = (what: string) => console.error(`${what} …`);
	let lost = 0;
	if (phones > 0) {
		say(`${phones} phones come in`);
		const { fanOut, vote, process } = await measureHall(driven, { phones, presses, votes: true }, say);
		const uncounted = vote!.pressed - vote!.counted;
		print(`${phones} phones, ${presses} presses at the desk`);
		print(`  until a phone shows it   ${percentilesText(fanOut.delaysMs)}; ${fanOut.lost} lost`);
		print(`  until a vote is in       ${percentilesText(vote!.answersMs)}`);
		print(`  votes                    ${vote!.pressed} pressed, ${vote!.counted} counted; ${uncounted} lost`);
		print(`  until a vote is counted  ${Math.round(vote!.closedMs)} ms`);
		print(`  the server               ${heldText(process)}`);
		lost += fanOut.lost + uncounted;
	}
	if (rooms > 0) {
		say(`${rooms} rooms of bots`);
		const figures = await measureRooms(driven, { rooms, seconds, pace, stopMs });
		print(
			`${rooms} rooms of bots for ${seconds} s, ${pace} steps a second, stops of ${stopMs / 1000} s; ` +
				`${figures.played} came to their end`
		);
		print(`  a minute later than due  ${percentilesText(figures.lagsMs)}`);
		print(`  until a note is kept     ${percentilesText(figures.appendsMs)}`);
		if (figures.cpuShare !== null)
			print(`  processor                ${Math.round(figures.cpuShare * 100)} % of one core`);
		print(`  the server               ${heldText(figures.process)}`);
	}
	return lost > 0 ? 1 : 0;
}

function heldText(process: ProcessFigures | null): string {
	if (process === null) return 'is not ours: what it holds is not known';
	const files = process.files === null ? '' : `, ${process.files} open files`;
	const timers = totalOf(process, 'timers');
	return `${digits(process.rssMb)} MB of memory, ${digits(heldMb(process))} MB of it in use${files}, ${timers} timers`;
}
