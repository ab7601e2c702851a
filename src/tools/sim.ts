/** `npm run sim`: plays an exercise without a screen and writes curves, events, the last minute and the log. */
import { runCommand } from './readable-error.ts';
import { simCommand } from './sim/command.ts';
import { Progress } from './sim/progress.ts';

await runCommand(async () =>
	simCommand(process.argv.slice(2), {
		say: console.log,
		complain: console.error,
		progress: new Progress(process.stderr)
	})
);
