import type { MapFault } from '../../room/map/map-fault.ts';
import { broken } from './broken.ts';
import type { MapMessage, MapRequest } from './messages.ts';

export interface MapWorker {
	ask(request: MapRequest): void;
	close(): void;
}

/** A map's worker. Where there are no workers, or this one breaks, that is said in a message too. */
export function openMapWorker(hear: (message: MapMessage) => void): MapWorker {
	const fail = (fault: MapFault) => hear({ type: 'failed', series: '', fault });
	let worker: Worker | null = null;
	try {
		worker = new Worker(new URL('./map.worker.ts', import.meta.url), { type: 'module' });
		worker.addEventListener('message', ({ data }: MessageEvent<MapMessage>) => hear(data));
		worker.addEventListener('error', ({ message }) => {
			fail(message ? broken(message) : { code: 'didNotStart', params: {} });
		});
	} catch (error) {
		// The caller is not ready to hear before it has it.
		setTimeout(() => fail(broken(error)));
	}
	return { ask: (request) => worker?.postMessage(request), close: () => worker?.terminate() };
}
