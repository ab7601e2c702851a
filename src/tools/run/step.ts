import { spawn } from 'node:child_process';
import { projectFolder } from '../project.ts';

/** What one step of the test run found. */
export interface Tally {
	passed: number;
	failed: number;
	skipped: number;
	/** The failed tests by name, a line each, as far as the step's report names them. */
	failures?: readonly string[];
}

export interface Step {
	/** As chosen with `--only`. */
	name: string;
	/** As printed above its output. */
	title: string;
	/** Arguments for Node: the file to run and what to tell it. */
	args: readonly string[];
	env?: Readonly<Record<string, string>>;
	/** Reads the tally from the step's report; without it the step counts as one test. */
	readReport?: () => Tally;
}

/**
 * When what a step prints is shown: as it comes, or all at once when the step has ended, so that two steps that run side
 * by side do not write into each other.
 */
export type Output = 'live' | 'atEnd';

/** Runs one step and counts what it found. */
export async function runStep(step: Step, output: Output): Promise<Tally> {
	const succeeded = (await exitCode(step, output)) === 0;
	return countStep(succeeded, step.readReport);
}

/**
 * The tally of a finished step. A runner that fails without a failed test (a test file that does not load, an error
 * after the last test) counts as one failure more: nothing that went wrong may add up to "0 failed".
 */
export function countStep(succeeded: boolean, readReport?: () => Tally): Tally {
	if (readReport === undefined) {
		return { passed: succeeded ? 1 : 0, failed: succeeded ? 0 : 1, skipped: 0 };
	}
	let tally: Tally;
	try {
		tally = readReport();
	} catch {
		return { passed: 0, failed: 1, skipped: 0 };
	}
	const unexplained = (!succeeded && tally.failed === 0) || tally.passed + tally.failed === 0;
	return unexplained ? { ...tally, failed: 1 } : tally;
}

function exitCode({ title, args, env }: Step, output: Output): Promise<number | null> {
	const heading = `\n── ${title} ${'─'.repeat(Math.max(0, 60 - title.length))}\n`;
	if (output === 'live') process.stdout.write(heading);
	return new Promise((resolve, reject) => {
		const child = spawn(process.execPath, args, {
			cwd: projectFolder,
			stdio: output === 'live' ? 'inherit' : ['ignore', 'pipe', 'pipe'],
			env: { ...process.env, ...env }
		});
		const printed: Buffer[] = [];
		for (const stream of [child.stdout, child.stderr])
			stream?.on('data', (data: Buffer) => printed.push(data));
		child.once('error', reject);
		child.once('close', (code) => {
			if (output === 'atEnd') process.stdout.write(heading + Buffer.concat(printed).toString());
			resolve(code);
		});
	});
}
