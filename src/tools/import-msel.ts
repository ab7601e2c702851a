/** `npm run import:msel`: reads a list of injects into a part of a scenario, and asks where it would have to guess. */
import { importMsel } from './msel/command.ts';
import { runCommand } from './readable-error.ts';

await runCommand(async () => importMsel(process.argv.slice(2), console.log));
