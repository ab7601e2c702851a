import { DEFAULT_SCENARIO } from '../../lib/scenario/packs/built-in.ts';
import { readCommandLine } from '../command-line.ts';

export interface DecisionsOptions {
	/** Name of a built-in scenario, or path of an author's file. */
	readonly scenario: string;
	/** Null: all of them. */
	readonly role: string | null;
	/** Whether to write down what saves the world far more than it costs, instead. */
	readonly weights: boolean;
}

const HELP = `Prints which decision of a scenario moves what, beside the same world without it.

  npm run decisions                                    the first built-in scenario
  npm run decisions -- --scenario FILE                 an author's file, or a built-in scenario by name
  npm run decisions -- --scenario FILE --role ROLE     the decisions of one role
  npm run decisions -- --weights                       writes those of the first built-in scenario that save the world
                                                       far more than they cost: the page on the model shows them

Each decision is taken as soon as it is open, in three worlds: beside the whole record, beside the record of the other
roles alone, and where nobody else does anything. Numbers are shares: −12.5 % is an eighth less. A dot: it is not moved.
A decision with dots alone moves nothing that anybody would feel: look at its effects, or at when it is open.`;

/** @returns what to study, or help to print instead */
export function readOptions(argv: readonly string[]): DecisionsOptions | string {
	if (argv.includes('--help') || argv.includes('-h')) return HELP;
	// A role alone, as the command was called before it knew scenarios.
	const [first] = argv;
	const bare = first !== undefined && !first.startsWith('-') ? first : null;
	const given = readCommandLine('npm run decisions --', bare === null ? argv : argv.slice(1), {
		scenario: 'value',
		role: 'value',
		weights: 'flag'
	});
	return {
		scenario: given.scenario[0] ?? DEFAULT_SCENARIO,
		role: given.role[0] ?? bare,
		weights: given.weights.length > 0
	};
}
