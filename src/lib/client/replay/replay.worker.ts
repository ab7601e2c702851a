/// <reference lib="webworker" />
import '../worker/report-rejections.ts';
import { ScenarioLibrary } from '../../room/scenario-library.ts';
import { buffersOf } from '../../sim/observe/map/map-snapshot.ts';
import { broken } from '../map/broken.ts';
import { loadPacksFor, SHARED_TEXTS } from '../pack-loader.ts';
import type { ReplayMessage, ReplayRequest } from './messages.ts';
import { ReplaySession } from './replay-session.ts';

/** The worker's door: requests in, messages out. */

// Counts are handed over, not copied.
const tell = (message: ReplayMessage) =>
	postMessage(
		message,
		message.type === 'moment' ? message.worlds.flatMap(({ snapshot }) => buffersOf(snapshot)) : []
	);

const library = new ScenarioLibrary(SHARED_TEXTS);
const session = new ReplaySession(library, tell);
/** Requests are answered in their order, also while a pack is being fetched for one of them. */
let answered: Promise<void> = Promise.resolve();

addEventListener('message', ({ data }: MessageEvent<ReplayRequest>) => {
	answered = answered.then(() => answer(data));
});

async function answer(request: ReplayRequest): Promise<void> {
	try {
		await loadPacksFor(request, library);
		session.answer(request);
	} catch (error) {
		tell({ type: 'failed', fault: broken(error) });
	}
}
