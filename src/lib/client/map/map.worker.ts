/// <reference lib="webworker" />
import '../worker/report-rejections.ts';
import { ScenarioLibrary } from '../../room/scenario-library.ts';
import { loadPacksFor, SHARED_TEXTS } from '../pack-loader.ts';
import { broken } from './broken.ts';
import { MapSession } from './map-session.ts';
import type { MapMessage, MapRequest } from './messages.ts';
import { buffersOf } from '../../sim/observe/map/map-snapshot.ts';

/** The worker's door: requests in, messages out. */

// Counts are handed over, not copied.
const tell = (message: MapMessage) =>
	postMessage(message, message.type === 'snapshot' ? buffersOf(message.snapshot) : []);
const failed = (error: unknown): MapMessage => ({ type: 'failed', series: '', fault: broken(error) });

const library = new ScenarioLibrary(SHARED_TEXTS);
const session = new MapSession(library, tell);
/** Requests are answered in their order, also while a pack is being fetched for one of them. */
let answered: Promise<void> = Promise.resolve();

addEventListener('message', ({ data }: MessageEvent<MapRequest>) => {
	answered = answered.then(() => answer(data));
});

async function answer(request: MapRequest): Promise<void> {
	try {
		await loadPacksFor(request, library);
		session.answer(request);
	} catch (error) {
		tell(failed(error));
	}
}
