import { Pool, type PoolWorker } from '../../debrief/pool/pool.ts';
import type { RunJob } from '../../debrief/pool/run-job.ts';
import type { RunShocks } from '../../outages/evaluate/evaluating.ts';
import type { OutageJob } from '../../outages/evaluate/outage-runner.ts';
import type { Outcome } from '../../outages/world/outcome.ts';
import type { AnyAnswer } from '../../room/replay/answer-task.ts';
import type { RunMany } from '../../room/debriefing.ts';
import type { RunWorlds } from '../../room/replay/play-runs.ts';
import type { WorldJob } from '../../room/replay/world-runner.ts';
import type { Frame } from '../../sim/observe/frame.ts';

type AnyResult = readonly Frame[] | readonly number[] | Outcome;
type AnyJob = RunJob | WorldJob | OutageJob;
type AnyPool = Pool<AnyResult, AnyJob>;

/** A thread is left to the page and the room. */
const MOST = 4;

/** What the threads of a page run: worlds that are read off as frames, worlds of a play, and shocks after a summit. */
export interface WebPool {
	readonly runMany: RunMany;
	readonly runWorlds: RunWorlds;
	readonly runShocks: RunShocks;
}

/** A pool of Web Workers; works in a page and in a worker. All kinds of runs share its threads. */
export function webPool(most = Math.min(MOST, (navigator.hardwareConcurrency ?? 2) - 1)): WebPool {
	const pool: AnyPool = new Pool(webWorker, most);
	// The kind of a job says what is read off it.
	return {
		runMany: pool.runMany.bind(pool) as RunMany,
		runWorlds: pool.runMany.bind(pool) as RunWorlds,
		runShocks: pool.runMany.bind(pool) as RunShocks
	};
}

function webWorker(): PoolWorker<AnyResult, AnyJob> {
	const worker = new Worker(new URL('./pool.worker.ts', import.meta.url), { type: 'module' });
	return {
		post: (task) => worker.postMessage(task),
		hear(answer, broken) {
			worker.addEventListener('message', ({ data }: MessageEvent<AnyAnswer>) => answer(data));
			worker.addEventListener('error', (event) => broken(event.message || 'a worker did not start'));
		},
		close: () => worker.terminate()
	};
}
