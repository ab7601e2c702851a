/** Starts the worker that works out the next outages. Throws where there are no workers. */
export function startWorker(): Worker {
	return new Worker(new URL('./outages.worker.ts', import.meta.url), { type: 'module' });
}
