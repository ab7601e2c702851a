/** `npm run sim`: plays an exercise without a screen and writes curves, events, the last minute and the log. */
import { runCommand } from './readable-error.ts';
import { readOptions } from './sim/options.ts';
import { Progress } from './sim/progress.ts';
import { runSim } from './sim/run.ts';
import { refusalsText, summary } from './sim/summary.ts';

await runCommand(async () => {
	const options = readOptions(process.argv.slice(2));
	if (typeof options === 'string') {
		console.log(options);
		return;
	}
	const result = runSim(options, new Progress(process.stderr));
	const refused = refusalsText(result);
	if (refused !== null) console.error(refused);
	console.log(summary(result, options));
});
