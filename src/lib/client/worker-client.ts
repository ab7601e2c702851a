import { readNews, type RunNews, type RunWish } from './messages.ts';
import type { RunClient } from './run-client.ts';

/** A run in a worker beside the page. Where there are no workers, or one breaks, it says so as news. */
export function workerClient(): RunClient {
	const listeners = new Set<(news: RunNews) => void>();
	const tell = (news: RunNews) => listeners.forEach((listener) => listener(news));
	const fail = (what: string) => tell({ type: 'failed', what });

	let worker: Worker | null = null;
	try {
		worker = new Worker(new URL('./worker/run.worker.ts', import.meta.url), { type: 'module' });
		worker.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
			const news = readNews(data);
			if (news === null) fail('the run said something that this page does not know');
			else tell(news);
		});
		worker.addEventListener('error', (event) => {
			fail(event.message || 'the worker that computes the run did not start');
		});
	} catch (error) {
		// Listeners come after the client: they are told once they are there.
		const what = error instanceof Error ? error.message : String(error);
		setTimeout(() => fail(what));
	}

	const ask = (wish: RunWish) => worker?.postMessage(wish);
	return {
		open: (request) => ask({ type: 'open', request }),
		play: (pace) => ask({ type: 'play', pace }),
		pause: () => ask({ type: 'pause' }),
		step: () => ask({ type: 'step' }),
		saveLog: (lane) => ask({ type: 'saveLog', lane }),
		hear(listener) {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
		close: () => worker?.terminate()
	};
}
