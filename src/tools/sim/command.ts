import type { Progress } from './progress.ts';
import { readOptions } from './options.ts';
import { runSim } from './run.ts';
import { refusalsText, summary } from './summary.ts';

/** Where the command says what it has to say. */
export interface Told {
	readonly say: (text: string) => void;
	readonly complain: (text: string) => void;
	readonly progress: Progress;
}

/**
 * Does what `npm run sim` was asked for.
 * @throws ReadableError for what cannot be run, before anything is written
 */
export function simCommand(args: readonly string[], { say, complain, progress }: Told): void {
	const options = readOptions(args);
	if (typeof options === 'string') return say(options);
	const result = runSim(options, progress);
	const refused = refusalsText(result);
	if (refused !== null) complain(refused);
	say(summary(result, options));
}
