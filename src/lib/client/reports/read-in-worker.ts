import { askOnce } from '../worker/open-worker.ts';
import type { ReportReading, ReportRequest } from './messages.ts';

/** Has a log read beside the page. Never rejects: what went wrong stands in the reading. */
export function readInWorker(request: ReportRequest): Promise<ReportReading> {
	return askOnce<ReportRequest, ReportReading>(
		() => new Worker(new URL('./reports.worker.ts', import.meta.url), { type: 'module' }),
		request
	).catch(({ message }: Error) => ({ kind: 'broken', detail: message }));
}
