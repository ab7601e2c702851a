import { openWorker, type HearBroken, type WorkerEnd } from '../../worker/open-worker.ts';
import type { ListReply, ListRequest } from './messages.ts';

/** A worker that reads lists of injects. It answers requests in their order. */
export function openListWorker(hear: (reply: ListReply) => void, broken: HearBroken): WorkerEnd<ListRequest> {
	return openWorker(
		() => new Worker(new URL('./list.worker.ts', import.meta.url), { type: 'module' }),
		hear,
		broken
	);
}
