/** `npm run load`: fills rooms of the built product with people and bots, and says what they wait for and what was lost. */
import { loadCommand } from './load/command.ts';
import { runCommand } from './readable-error.ts';

await runCommand(() => loadCommand(process.argv.slice(2), console.log));
