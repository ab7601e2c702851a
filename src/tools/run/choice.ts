import { ReadableError } from '../readable-error.ts';

export interface Choice {
	/** Names of the steps to run, in the order of the whole. */
	steps: readonly string[];
	/** Whether the long versions of tests run. */
	deep: boolean;
	/** Handed on to the last step's runner: file names, `-t`, `--ui` … */
	rest: readonly string[];
}

/**
 * Reads the command line of the test command: `[--only step,step] [--deep] [what the runner should know …]`.
 * @throws ReadableError for a step that does not exist.
 */
export function readChoice(argv: readonly string[], allSteps: readonly string[]): Choice {
	const rest = [...argv];
	const deepAt = rest.indexOf('--deep');
	if (deepAt >= 0) rest.splice(deepAt, 1);
	const onlyAt = rest.indexOf('--only');
	if (onlyAt < 0) return { steps: allSteps, deep: deepAt >= 0, rest };
	const [, names = ''] = rest.splice(onlyAt, 2);
	const only = names.split(',');
	const unknown = only.find((name) => !allSteps.includes(name));
	if (unknown !== undefined) {
		throw new ReadableError(`There is no step "${unknown}". The steps are: ${allSteps.join(', ')}.`);
	}
	return { steps: allSteps.filter((name) => only.includes(name)), deep: deepAt >= 0, rest };
}
