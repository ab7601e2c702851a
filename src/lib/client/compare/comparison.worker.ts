/// <reference lib="webworker" />
import '../worker/report-rejections.ts';
import { PROTOCOL } from '../../room/protocol/protocol.ts';
import { ScenarioLibrary } from '../../room/scenario-library.ts';
import { answerRequests } from '../connection/answer-requests.ts';
import { loadPacksFor, SHARED_TEXTS } from '../pack-loader.ts';
import { realClock } from '../real-clock.ts';
import { breakdownOf } from '../room/breakdown.ts';
import { ComparisonHost } from './comparison-host.ts';
import type { ComparisonWorkerMessage } from './messages.ts';
import { readComparisonRequest } from './requests.ts';

/** The worker's door: requests in, answers and messages out. Everything behind it runs without a worker too. */

const tell = (message: ComparisonWorkerMessage) => postMessage(message);

tell({ type: 'welcome', protocol: PROTOCOL, nowMs: realClock.nowMs() });
try {
	const library = new ScenarioLibrary(SHARED_TEXTS);
	const host = new ComparisonHost(library, tell, realClock, (request) => loadPacksFor(request, library));
	const answer = answerRequests(readComparisonRequest, host, tell);
	addEventListener('message', ({ data }: MessageEvent<unknown>) => answer(data));
} catch (error) {
	tell({ type: 'failed', breakdown: breakdownOf(error) });
}
