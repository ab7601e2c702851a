/// <reference lib="webworker" />
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
	let reading: ReportReading;
	try {
		await loadPacksFor(request, library);
		reading = readForReports(request, library);
	} catch (error) {
		reading = { kind: 'broken', detail: error instanceof Error ? error.message : String(error) };
	}
	postMessage(reading);
}
