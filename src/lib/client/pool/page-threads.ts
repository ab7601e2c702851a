import { errorMessage } from '../../debrief/pool/error-message.ts';
import { isThreadRequest } from './thread-request.ts';

const startPoolWorker = () => new Worker(new URL('./pool.worker.ts', import.meta.url), { type: 'module' });

/**
 * Starts threads for a worker when it asks for them. Listeners that are added later hear nothing of that.
 *
 * @returns ends all that still run: they do not end with the worker they were started for
 */
export function serveThreads(worker: Worker, start = startPoolWorker): () => void {
	const running = new Set<Worker>();
	const end = (thread: Worker) => {
		thread.terminate();
		running.delete(thread);
	};
	worker.addEventListener('message', (event: MessageEvent<unknown>) => {
		if (!isThreadRequest(event.data)) return;
		event.stopImmediatePropagation();
		const { tasks, control } = event.data;
		try {
			const thread = start();
			running.add(thread);
			thread.addEventListener('error', ({ message }) => control.postMessage(message ?? ''));
			control.onmessage = () => {
				end(thread);
				control.close();
			};
			thread.postMessage(tasks, [tasks]);
		} catch (error) {
			control.postMessage(errorMessage(error));
		}
	});
	return () => [...running].forEach(end);
}
