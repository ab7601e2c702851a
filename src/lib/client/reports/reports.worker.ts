/// <reference lib="webworker" />
import '../worker/report-rejections.ts';
import { errorMessage } from '../../debrief/pool/error-message.ts';
import { ScenarioLibrary } from '../../room/scenario-library.ts';
import { loadPacksFor, SHARED_TEXTS } from '../pack-loader.ts';
import type { ReportReading, ReportRequest } from './messages.ts';
import { readForReports } from './read-for-reports.ts';

/** One log in, one reading out. It comes from our own page and is checked as a log. */

const library = new ScenarioLibrary(SHARED_TEXTS);

addEventListener('message', ({ data }: MessageEvent<ReportRequest>) => {
	void answer(data);
});

async function answer(request: ReportRequest): Promise<void> {
	const tell = (reading: ReportReading) => postMessage(reading);
	try {
		await loadPacksFor(request, library);
		// What cannot travel throws here: the page has to hear of it, or it waits for ever.
		tell(readForReports(request, library));
	} catch (error) {
		tell({ kind: 'broken', detail: errorMessage(error) });
	}
}
