import { Worker } from 'node:worker_threads';
import { Pool, type PoolWorker } from '../../lib/debrief/pool/pool.ts';
import type { PoolAnswer } from '../../lib/debrief/pool/task.ts';

/** A pool of worker threads in Node. Close it, or the process stays. */
export function nodePool(workers: number): Pool {
	return new Pool(nodeWorker, workers);
}

function nodeWorker(): PoolWorker {
	const worker = new Worker(new URL('./node-worker.ts', import.meta.url));
	return {
		post: (task) => worker.postMessage(task),
		hear(answer, broken) {
			worker.on('message', (message: PoolAnswer) => answer(message));
			worker.on('error', (error: Error) => broken(error.message));
		},
		close: () => void worker.terminate()
	};
}
