/** A worker that takes the play of a room apart. Throws where the browser starts none. */
export function openAttributionWorker(): Worker {
	return new Worker(new URL('./attribution.worker.ts', import.meta.url), { type: 'module' });
}
