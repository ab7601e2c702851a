import { Worker } from 'node:worker_threads';
import type { Reading } from '../../lib/debrief/fit/reading.ts';
import { Pool, type PoolWorker } from '../../lib/debrief/pool/pool.ts';
import type { PoolAnswer } from '../../lib/debrief/pool/task.ts';

/** A pool whose workers read off runs what the record measured. Close it, or the process stays. */
export function fitPool(workers: number): Pool<Reading> {
	return new Pool<Reading>(fitWorker, workers);
}

function fitWorker(): PoolWorker<Reading> {
	const worker = new Worker(new URL('./worker.ts', import.meta.url));
	return {
		post: (task) => worker.postMessage(task),
		hear(answer, broken) {
			worker.on('message', (message: PoolAnswer<Reading>) => answer(message));
			worker.on('error', (error: Error) => broken(error.message));
		},
		close: () => void worker.terminate()
	};
}
