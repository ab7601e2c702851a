import { Worker } from 'node:worker_threads';
import { Pool, type PoolWorker } from '../../debrief/pool/pool.ts';
import type { RunJob } from '../../debrief/pool/run-job.ts';
import type { PoolAnswer } from '../../debrief/pool/task.ts';
import type { Frame } from '../../sim/observe/frame.ts';

const RUNS = new URL('./node-worker.ts', import.meta.url);

/**
 * A pool of worker threads in Node. Close it, or the process stays.
 *
 * @param script what every worker runs; unless said it answers with the frames of its runs
 */
export function nodePool<Result = readonly Frame[], Job = RunJob>(
	workers: number,
	script = RUNS
): Pool<Result, Job> {
	return new Pool<Result, Job>(() => nodeWorker(script), workers);
}

function nodeWorker<Result, Job>(script: URL): PoolWorker<Result, Job> {
	const worker = new Worker(script);
	return {
		post: (task) => worker.postMessage(task),
		hear(answer, broken) {
			worker.on('message', (message: PoolAnswer<Result>) => answer(message));
			worker.on('error', (error: Error) => broken(error.message));
			worker.on('exit', () => broken('the thread ended'));
		},
		close: () => void worker.terminate()
	};
}
