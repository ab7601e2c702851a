import { broken } from './broken.ts';
import type { MapNews, MapWish } from './messages.ts';

export interface MapWorker {
	ask(wish: MapWish): void;
	close(): void;
}

/** A map's worker. Where there are no workers, or this one breaks, that is news too. */
export function openMapWorker(hear: (news: MapNews) => void): MapWorker {
	const fail = (error: unknown) => hear({ type: 'failed', lane: '', failure: broken(error) });
	let worker: Worker | null = null;
	try {
		worker = new Worker(new URL('./map.worker.ts', import.meta.url), { type: 'module' });
		worker.addEventListener('message', ({ data }: MessageEvent<MapNews>) => hear(data));
		worker.addEventListener('error', ({ message }) => {
			fail(message || 'the worker that computes the run did not start');
		});
	} catch (error) {
		// Whoever asks for it is not ready to hear before it has it.
		setTimeout(() => fail(error));
	}
	return { ask: (wish) => worker?.postMessage(wish), close: () => worker?.terminate() };
}
