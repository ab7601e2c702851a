/** `npm run export`: makes the documents of an exercise from its log. */
import { exportCommand } from './export/command.ts';
import { runCommand } from './readable-error.ts';

await runCommand(async () => exportCommand(process.argv.slice(2), console.log));
