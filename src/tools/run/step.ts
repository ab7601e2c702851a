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

/** Runs one step with live output and counts what it found. */
export async function runStep(step: Step): Promise<Tally> {
	const succeeded = (await exitCode(step)) === 0;
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

function exitCode({ args, env }: Step): Promise<number | null> {
	return new Promise((resolve, reject) => {
		const child = spawn(process.execPath, args, {
			cwd: projectFolder,
			stdio: 'inherit',
			env: { ...process.env, ...env }
		});
		child.once('error', reject);
		child.once('exit', resolve);
	});
}
