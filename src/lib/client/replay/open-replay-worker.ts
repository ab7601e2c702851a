import { broken } from '../map/broken.ts';
import type { ReplayMessage, ReplayRequest } from './messages.ts';

export interface ReplayWorker {
	ask(request: ReplayRequest): void;
	close(): void;
}

/** The worker of a page that replays. Where there are no workers, or this one breaks, that is said in a message too. */
export function openReplayWorker(hear: (message: ReplayMessage) => void): ReplayWorker {
	let worker: Worker | null = null;
	try {
		worker = new Worker(new URL('./replay.worker.ts', import.meta.url), { type: 'module' });
		worker.addEventListener('message', ({ data }: MessageEvent<ReplayMessage>) => hear(data));
		worker.addEventListener('error', ({ message }) =>
			hear({
				type: 'failed',
				fault: message ? broken(message) : { code: 'didNotStart', params: {} }
			})
		);
	} catch (error) {
		// The caller is not ready to hear before it has it.
		setTimeout(() => hear({ type: 'failed', fault: broken(error) }));
	}
	return { ask: (request) => worker?.postMessage(request), close: () => worker?.terminate() };
}
