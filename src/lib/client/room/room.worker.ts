/// <reference lib="webworker" />
import { simEngine } from '../../exercise/world/engine.ts';
import { buffersOf } from '../../sim/observe/map/map-snapshot.ts';
import { loadPacksFor, SHARED_TEXTS } from '../pack-loader.ts';
import { randomId } from '../network/random-id.ts';
import { openKeptWorlds } from '../attribution/kept-worlds.ts';
import { ensembleOf } from '../pool/ensemble.ts';
import { webPool } from '../pool/web-pool.ts';
import { openStore } from '../store/open-store.ts';
import { realClock } from '../real-clock.ts';
import { ScenarioLibrary } from '../../room/scenario-library.ts';
import { policiesOfSeats } from '../../exercise/bots/roster.ts';
import { BOT_TEXTS } from '../../room/facts/bot-texts.ts';
import { PROTOCOL } from '../../room/protocol/protocol.ts';
import { answerRequests } from '../connection/answer-requests.ts';
import { breakdownOf } from './breakdown.ts';
import { ALIVE, isQuestion, type WorkerMessage } from './messages.ts';
import { readSoloRequest } from './requests.ts';
import { RoomHost } from './room-host.ts';

/** The worker's door: requests in, answers and messages out. Everything behind it runs without a worker too. */

// A map's counts are handed over, not copied.
const tell = (message: WorkerMessage) =>
	postMessage(message, message.type === 'snapshot' ? buffersOf(message.snapshot) : []);

tell({ type: 'welcome', protocol: PROTOCOL, nowMs: realClock.nowMs() });
try {
	const library = new ScenarioLibrary(SHARED_TEXTS);
	const pool = webPool();
	const host = new RoomHost(
		{
			bring: (request) => loadPacksFor(request, library),
			byId: (ref) => library.byId(ref),
			ofLog: (id, contentHash) => library.ofLog(id, contentHash)
		},
		BOT_TEXTS,
		{
			clock: realClock,
			dateMs: () => Date.now(),
			newId: randomId,
			openStore,
			// Safari before 15.4 has none: there a tab finds out when it is looked at.
			channel: typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('patchfall-runs'),
			runMany: pool.runMany,
			runWorlds: pool.runWorlds,
			ensembleOf: (pack) => ensembleOf(pack, library.parts),
			openKeptWorlds: (playKey) => openKeptWorlds(playKey, realClock, Date.now),
			engineOf: ({ model }, seed) => simEngine(model, seed),
			policiesOf: policiesOfSeats
		},
		tell
	);
	const answer = answerRequests(readSoloRequest, host, tell);
	addEventListener('message', ({ data }: MessageEvent<unknown>) => {
		if (isQuestion(data)) postMessage(ALIVE);
		else answer(data);
	});
} catch (error) {
	tell({ type: 'failed', breakdown: breakdownOf(error) });
}
