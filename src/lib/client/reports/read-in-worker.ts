import type { ReportReading, ReportRequest } from './messages.ts';

/** Has a log read beside the page. Never rejects: what went wrong stands in the reading. */
export function readInWorker(request: ReportRequest): Promise<ReportReading> {
	return new Promise((resolve) => {
		let worker: Worker | null = null;
		const done = (reading: ReportReading) => {
			worker?.terminate();
			resolve(reading);
		};
		try {
			worker = new Worker(new URL('./reports.worker.ts', import.meta.url), { type: 'module' });
			worker.addEventListener('message', ({ data }: MessageEvent<ReportReading>) => done(data));
			worker.addEventListener('error', ({ message }) => done({ kind: 'broken', detail: message ?? '' }));
			worker.postMessage(request);
		} catch (error) {
			done({ kind: 'broken', detail: error instanceof Error ? error.message : String(error) });
		}
	});
}
