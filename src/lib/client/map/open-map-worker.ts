import { openWorker, type WorkerEnd } from '../worker/open-worker.ts';
import { notAnswered } from './broken.ts';
import type { MapMessage, MapRequest } from './messages.ts';

export type MapWorker = WorkerEnd<MapRequest>;

/** A map's worker. Where there are no workers, or this one breaks, that is said in a message too. */
export function openMapWorker(hear: (message: MapMessage) => void): MapWorker {
	return openWorker(
		() => new Worker(new URL('./map.worker.ts', import.meta.url), { type: 'module' }),
		hear,
		(detail) => hear({ type: 'failed', series: '', fault: notAnswered(detail) })
	);
}
