import { writeFileSync } from 'node:fs';
import { exampleId, exampleScenario } from '../../lib/scenario/example.ts';
import { readCommandLine } from '../command-line.ts';
import { errorCode, ReadableError } from '../readable-error.ts';

const HELP = `Writes a small scenario in one file that parses, runs and plays, for you to change.

  npm run new-scenario -- "My town"             writes my-town.yaml here
  npm run new-scenario -- "My town" --out DIR   writes it into a folder

Then: npm run sim -- --scenario my-town.yaml --out out/my-town says what is wrong with it, or plays it;
npm run decisions -- --scenario my-town.yaml says which decision moves what; to play it yourself, add the file at /play.
What every key means stands at /help/scenarios.`;

/**
 * Does what `npm run new-scenario` was asked for.
 * @throws ReadableError for a name that gives no file, or a file that cannot be written; nothing is ever replaced
 */
export function newScenarioCommand(args: readonly string[], say: (text: string) => void): void {
	if (args.includes('--help') || args.includes('-h')) return say(HELP);
	const [name] = args;
	if (name === undefined || name.startsWith('-'))
		throw new ReadableError('Say what to call it: npm run new-scenario -- "My town"');
	const given = readCommandLine('npm run new-scenario --', args.slice(1), { out: 'value' });
	const id = exampleId(name);
	if (id === null) throw new ReadableError(`The name '${name}' has no letter or digit. Choose another one.`);
	const file = `${given.out[0] ?? '.'}/${id}.yaml`;
	try {
		writeFileSync(file, exampleScenario(name), { flag: 'wx' });
	} catch (error) {
		const code = errorCode(error);
		if (code === undefined) throw error;
		throw new ReadableError(
			code === 'EEXIST'
				? `There is a file ${file} already, and it is left as it is. Choose another name.`
				: `${file} cannot be written (${code}). Name a folder that is there: --out DIR.`
		);
	}
	say(`${file} is written. Play it at /play, or run: npm run sim -- --scenario ${file} --out out/${id}`);
}
