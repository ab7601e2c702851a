import { notAnswered } from '../map/broken.ts';
import { openWorker, type WorkerEnd } from '../worker/open-worker.ts';
import type { ReplayMessage, ReplayRequest } from './messages.ts';

export type ReplayWorker = WorkerEnd<ReplayRequest>;

/** The worker of a page that replays. Where there are no workers, or this one breaks, that is said in a message too. */
export function openReplayWorker(hear: (message: ReplayMessage) => void): ReplayWorker {
	return openWorker(
		() => new Worker(new URL('./replay.worker.ts', import.meta.url), { type: 'module' }),
		hear,
		(detail) => hear({ type: 'failed', fault: notAnswered(detail) })
	);
}
