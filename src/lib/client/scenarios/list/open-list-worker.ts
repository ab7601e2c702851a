/** A worker that reads lists of injects. Throws where the browser starts none. */
export function openListWorker(): Worker {
	return new Worker(new URL('./list.worker.ts', import.meta.url), { type: 'module' });
}
