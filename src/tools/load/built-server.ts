import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectFolder } from '../project.ts';
import { FIGURES_INSIDE, figuresOf, type ProcessFigures } from './process-figures.ts';

/** A server of the build in a process of its own, for what must not happen to the one that others use. */
export interface BuiltServer {
	readonly port: number;
	/** What it has told the person at the keyboard. */
	readonly announcement: string;
	/** Sends `signal` and waits for the end: its exit code, or the signal that ended it. */
	stop(signal?: NodeJS.Signals): Promise<number | string>;
	/** Its exit code, or the signal that ended it, once it has ended. */
	readonly ended: Promise<number | string>;
	/** Whether the process is still there. */
	lives(): boolean;
	/** What it has written to its error output so far. */
	complaints(): string;
	/** What it holds now. */
	figures(): Promise<ProcessFigures>;
}

/**
 * Starts `npm start -- --no-build` on a free port and waits until it says its address.
 * @param preloads modules that each of its threads reads first
 */
export async function startBuilt(
	env: Readonly<Record<string, string>> = {},
	preloads: readonly string[] = []
): Promise<BuiltServer> {
	const dataFolder = mkdtempSync(join(tmpdir(), 'patchfall-built-'));
	const server = spawn(
		process.execPath,
		['./src/tools/preflight.js', FIGURES_INSIDE, ...preloads]
			.flatMap((module) => ['--import', module])
			.concat('src/tools/start.ts', '--no-build'),
		{
			cwd: projectFolder,
			env: { ...process.env, PORT: '0', HOST: '127.0.0.1', PATCHFALL_DATA: dataFolder, ...env },
			stdio: ['ignore', 'pipe', 'pipe', 'ipc']
		}
	);
	const ended = new Promise<number | string>((resolve) =>
		server.once('exit', (code, signal) => {
			rmSync(dataFolder, { recursive: true, force: true });
			resolve(code ?? signal!);
		})
	);
	let complaints = '';
	server.stderr!.on('data', (text) => (complaints += text));
	const announcement = await announced(server, () => complaints);
	return {
		port: Number(/On this machine +http:\/\/\S+:(\d+)/.exec(announcement)![1]),
		announcement,
		ended,
		lives: () => server.exitCode === null && server.signalCode === null,
		complaints: () => complaints,
		figures: () => figuresOf(server),
		stop: (signal = 'SIGTERM') => {
			server.kill(signal);
			return ended;
		}
	};
}

function announced(server: ChildProcess, complaints: () => string): Promise<string> {
	return new Promise((resolve, reject) => {
		let said = '';
		server.stdout!.on('data', (text) => {
			said += text;
			if (said.includes('Ctrl+C stops it')) resolve(said);
		});
		server.once('exit', () => reject(new Error(`The server did not start: ${said}${complaints()}`)));
	});
}
