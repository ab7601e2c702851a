import { Pool, type PoolWorker } from '../../debrief/pool/pool.ts';
import type { RunShocks, WatchShocks } from '../../outages/evaluate/evaluating.ts';
import type { AnyAnswer, AnyJob, AnyResult } from '../../room/replay/answer-task.ts';
import type { RunMany } from '../../room/debriefing.ts';
import type { RunWorlds } from '../../room/replay/play-runs.ts';

type AnyPool = Pool<AnyResult, AnyJob>;

/** A thread is left to the page and the room. */
const MOST = 4;

/** What the threads of a page run: worlds that are read off as frames, worlds of a play, and shocks after a summit. */
export interface WebPool {
	readonly runMany: RunMany;
	readonly runWorlds: RunWorlds;
	readonly runShocks: RunShocks;
	readonly watchShocks: WatchShocks;
}

/** A pool of Web Workers; works in a page and in a worker. All kinds of runs share its threads. */
export function webPool(most = Math.min(MOST, (navigator.hardwareConcurrency ?? 2) - 1)): WebPool {
	const pool: AnyPool = new Pool(webWorker, most);
	// The kind of a job says what is read off it.
	return {
		runMany: pool.runMany.bind(pool) as RunMany,
		runWorlds: pool.runMany.bind(pool) as RunWorlds,
		runShocks: pool.runMany.bind(pool) as RunShocks,
		watchShocks: pool.runMany.bind(pool) as unknown as WatchShocks
	};
}

function webWorker(): PoolWorker<AnyResult, AnyJob> {
	const worker = new Worker(new URL('./pool.worker.ts', import.meta.url), { type: 'module' });
	return {
		post: (task) => worker.postMessage(task),
		hear(answer, broken) {
			worker.addEventListener('message', ({ data }: MessageEvent<AnyAnswer>) => answer(data));
			worker.addEventListener('messageerror', () => broken('an answer could not be read'));
			worker.addEventListener('error', (event) => broken(event.message || 'a worker did not start'));
		},
		close: () => worker.terminate()
	};
}
