/// <reference lib="webworker" />
import { Pool, type PoolWorker } from '../../debrief/pool/pool.ts';
import type { RunShocks, WatchShocks } from '../../outages/evaluate/evaluating.ts';
import type { AnyAnswer, AnyJob, AnyResult } from '../../room/replay/answer-task.ts';
import type { RunMany } from '../../room/debriefing.ts';
import type { RunWorlds } from '../../room/replay/play-runs.ts';
import { CLOSE, type ThreadRequest } from './thread-request.ts';

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

/** A pool of Web Workers for a worker of a page. All kinds of runs share its threads. */
export function webPool(most = Math.min(MOST, (navigator.hardwareConcurrency ?? 2) - 1)): WebPool {
	const pool: AnyPool = new Pool(pageThread, most);
	// The kind of a job says what is read off it.
	return {
		runMany: pool.runMany.bind(pool) as RunMany,
		runWorlds: pool.runMany.bind(pool) as RunWorlds,
		runShocks: pool.runMany.bind(pool) as RunShocks,
		watchShocks: pool.runMany.bind(pool) as unknown as WatchShocks
	};
}

/** A thread that the page starts for this worker, see {@link ThreadRequest}. */
function pageThread(): PoolWorker<AnyResult, AnyJob> {
	const [tasks, control] = [new MessageChannel(), new MessageChannel()];
	const request: ThreadRequest = { type: 'startThread', tasks: tasks.port2, control: control.port2 };
	postMessage(request, [request.tasks, request.control]);
	return {
		post: (task) => tasks.port1.postMessage(task),
		hear(answer, broken) {
			tasks.port1.onmessage = ({ data }: MessageEvent<AnyAnswer>) => answer(data);
			tasks.port1.onmessageerror = () => broken('an answer could not be read');
			control.port1.onmessage = ({ data }: MessageEvent<string>) =>
				broken(data === '' ? 'a worker did not start' : data);
		},
		close: () => control.port1.postMessage(CLOSE)
	};
}
