/// <reference lib="webworker" />
import { simEngine } from '../../exercise/world/engine.ts';
import { buffersOf } from '../../sim/observe/map/map-snapshot.ts';
import { earthText, modelTexts, scenarioTexts } from '../packs.ts';
import { webPool } from '../pool/web-pool.ts';
import { openStore } from '../store/open-store.ts';
import { realClock } from '../real-clock.ts';
import { ScenarioLibrary } from '../../room/scenario-library.ts';
import { policiesOfSeats } from '../../exercise/bots/roster.ts';
import { BOT_TEXTS } from '../../room/facts/bot-texts.ts';
import { ALIVE, isQuestion, readRequest } from './messages.ts';
import type { RoomMessage } from './room-client.ts';
import { RoomHost } from './room-host.ts';
import { roomWords } from './words.ts';

/** The worker's door: requests in, messages out. Everything behind it runs without a worker too. */

// A map's counts are handed over, not copied.
const tell = (message: RoomMessage) =>
	postMessage(message, message.type === 'snapshot' ? buffersOf(message.snapshot) : []);

/** What broke, without the places in code that only we could read. */
function failed(error: unknown): RoomMessage {
	return { type: 'failed', what: error instanceof Error ? error.message : String(error) };
}

/** Pages on a plain http address have no crypto.randomUUID; random values they have. */
function newId(): string {
	const bytes = crypto.getRandomValues(new Uint8Array(12));
	return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

try {
	const shelf = new ScenarioLibrary({
		earth: earthText,
		models: modelTexts,
		scenarios: scenarioTexts
	});
	const pool = webPool();
	const host = new RoomHost(
		shelf,
		BOT_TEXTS,
		{
			clock: realClock,
			dateMs: () => Date.now(),
			newId,
			openStore,
			// Safari before 15.4 has none: there a tab finds out when it is looked at.
			channel: typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('patchfall-runs'),
			runMany: (batch) => pool.runMany(batch),
			engineOf: ({ model }, seed) => simEngine(model, seed),
			policiesOf: policiesOfSeats
		},
		tell
	);
	addEventListener('message', ({ data }: MessageEvent<unknown>) => {
		if (isQuestion(data)) return postMessage(ALIVE);
		const request = readRequest(data);
		if (request === null) return tell({ type: 'refused', what: roomWords().requestUnknown });
		void host.answer(request);
	});
} catch (error) {
	tell(failed(error));
}
