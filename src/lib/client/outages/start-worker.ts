import { openWorker, type HearBroken, type WorkerEnd } from '../worker/open-worker.ts';
import type { OutagesMessage, OutagesRequest } from './messages.ts';

export type OutagesWorker = WorkerEnd<OutagesRequest>;

/** Starts the worker that works out the next outages. */
export function startWorker(hear: (message: OutagesMessage) => void, broken: HearBroken): OutagesWorker {
	return openWorker(
		() => new Worker(new URL('./outages.worker.ts', import.meta.url), { type: 'module' }),
		hear,
		broken
	);
}
