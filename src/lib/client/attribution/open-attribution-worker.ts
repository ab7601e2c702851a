import { openWorker, type HearBroken, type WorkerEnd } from '../worker/open-worker.ts';
import type { AttributionMessage, AttributionRequest } from './messages.ts';

/** A worker that takes the play of a room apart. */
export function openAttributionWorker(
	hear: (message: AttributionMessage) => void,
	broken: HearBroken
): WorkerEnd<AttributionRequest> {
	return openWorker(
		() => new Worker(new URL('./attribution.worker.ts', import.meta.url), { type: 'module' }),
		hear,
		broken
	);
}
