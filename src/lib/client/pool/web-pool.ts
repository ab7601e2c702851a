import { Pool, type PoolWorker } from '../../debrief/pool/pool.ts';
import type { PoolAnswer } from '../../debrief/pool/task.ts';

/** A thread is left to the page and the room. */
const MOST = 4;

/** A pool of Web Workers; works in a page and in a worker. */
export function webPool(most = Math.min(MOST, (navigator.hardwareConcurrency ?? 2) - 1)): Pool {
	return new Pool(webWorker, most);
}

function webWorker(): PoolWorker {
	const worker = new Worker(new URL('./pool.worker.ts', import.meta.url), { type: 'module' });
	return {
		post: (task) => worker.postMessage(task),
		hear(answer, broken) {
			worker.addEventListener('message', ({ data }: MessageEvent<PoolAnswer>) => answer(data));
			worker.addEventListener('error', (event) => broken(event.message || 'a worker did not start'));
		},
		close: () => worker.terminate()
	};
}
