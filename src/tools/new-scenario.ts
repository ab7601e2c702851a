/** `npm run new-scenario -- NAME`: writes a small scenario in one file that parses, runs and plays, to begin with. */
import { newScenarioCommand } from './new-scenario/command.ts';
import { runCommand } from './readable-error.ts';

await runCommand(async () => newScenarioCommand(process.argv.slice(2), console.log));
