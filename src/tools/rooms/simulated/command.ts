import { parseArgs } from 'node:util';
import { runCommand } from '../../readable-error.ts';
import { describeFailure, firstFailure } from './seeds.ts';

/** `npm run room:simulate -- --seed 7 --seeds 10 --steps 2000` */
async function command(): Promise<number> {
	const { values } = parseArgs({
		options: {
			seed: { type: 'string', default: '1' },
			seeds: { type: 'string', default: '1' },
			steps: { type: 'string', default: '2000' }
		}
	});
	const [first, count, steps] = [values.seed, values.seeds, values.steps].map(Number);
	const beganMs = performance.now();
	const seeds = Array.from({ length: count! }, (_, n) => first! + n);
	const failed = await firstFailure(seeds, steps!);
	console.log(`${count! * steps!} steps in ${((performance.now() - beganMs) / 1000).toFixed(0)} s`);
	if (failed === null) return 0;
	console.log(describeFailure(failed));
	return 1;
}

await runCommand(command);
