import { Pool, type PoolWorker } from '../../debrief/pool/pool.ts';
import { Recordings } from '../../debrief/pool/recordings.ts';
import { answerTask, type PoolAnswer } from '../../debrief/pool/task.ts';
import { compileModel } from '../../scenario/compile/model.ts';
import type { RunMany } from '../debriefing.ts';
import type { RunWorlds } from '../replay/play-runs.ts';
import { WorldRunner } from '../replay/world-runner.ts';
import type { Pack } from '../scenario-library.ts';

/** Runs that come in one by one while time passes. */
export function runsOf(pack: Pack): RunMany {
	const pool = new Pool(() => here(pack), 1);
	return (batch) => pool.runMany(batch);
}

/** Worlds of a play that is taken apart, one by one while time passes. */
export function worldsOf({ scenario, exercise }: Pack): RunWorlds {
	const small = compileModel(scenario, 'debrief');
	let runner: WorldRunner | null = null;
	return async ({ jobs, onResult, signal }) => {
		for (const [index, job] of jobs.entries()) {
			await new Promise<void>((resolve) => setImmediate(resolve));
			if (signal?.aborted === true) throw new Error('called off');
			runner ??= new WorldRunner(exercise, small, scenario.sectors, job.play);
			onResult?.(index, runner.run(job));
		}
	};
}

/** A worker of a pool that is none: it computes where it is, one thing after the other. */
function here({ scenario, model }: Pack): PoolWorker {
	const small = compileModel(scenario, 'debrief');
	const recordings = new Recordings();
	let tell: (answer: PoolAnswer) => void = () => {};
	return {
		post: (task) =>
			setImmediate(() =>
				tell(answerTask((_ref, size) => (size === 'full' ? model : small), task, recordings))
			),
		hear: (answer) => (tell = answer),
		close: () => {}
	};
}
