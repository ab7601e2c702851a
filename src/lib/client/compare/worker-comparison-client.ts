import type { RoomBreakdown } from '../../room/protocol/solo-faults.ts';
import { readMessage, type ComparisonMessage, type ComparisonRequest } from './messages.ts';
import type { ComparisonClient } from './comparison-client.ts';

/** A run in a worker beside the page. Where there are no workers, or one breaks, it says so in a message. */
export function workerComparisonClient(): ComparisonClient {
	const listeners = new Set<(message: ComparisonMessage) => void>();
	const tell = (message: ComparisonMessage) => listeners.forEach((listener) => listener(message));
	const fail = (breakdown: RoomBreakdown) => tell({ type: 'failed', breakdown });

	let worker: Worker | null = null;
	try {
		worker = new Worker(new URL('./comparison.worker.ts', import.meta.url), { type: 'module' });
		worker.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
			const message = readMessage(data);
			if (message === null) fail({ code: 'otherProtocol', params: {} });
			else tell(message);
		});
		worker.addEventListener('error', (event) => {
			fail({ code: 'didNotStart', params: { detail: event.message } });
		});
	} catch (error) {
		// Listeners come after the client: they are told once they are there.
		const detail = error instanceof Error ? error.message : String(error);
		setTimeout(() => fail({ code: 'noWorker', params: { detail } }));
	}

	const ask = (request: ComparisonRequest) => worker?.postMessage(request);
	return {
		open: (request) => ask({ type: 'open', request }),
		play: (pace) => ask({ type: 'play', pace }),
		pause: () => ask({ type: 'pause' }),
		step: () => ask({ type: 'step' }),
		saveLog: (series) => ask({ type: 'saveLog', series }),
		hear(listener) {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
		close: () => worker?.terminate()
	};
}
