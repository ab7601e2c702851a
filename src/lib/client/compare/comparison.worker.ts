/// <reference lib="webworker" />
import { earthText, modelTexts, scenarioTexts } from '../packs.ts';
import { breakdownOf } from '../room/breakdown.ts';
import { readRequest, type ComparisonMessage } from './messages.ts';
import { ComparisonSession } from './comparison-session.ts';
import { ScenarioLibrary } from '../../room/scenario-library.ts';

/** The worker's door: requests in, messages out. Everything behind it runs without a worker too. */

const tell = (message: ComparisonMessage) => postMessage(message);

const failed = (error: unknown): ComparisonMessage => ({ type: 'failed', breakdown: breakdownOf(error) });

try {
	const library = new ScenarioLibrary({
		earth: earthText,
		models: modelTexts,
		scenarios: scenarioTexts
	});
	const session = new ComparisonSession(library, tell);
	addEventListener('message', ({ data }: MessageEvent<unknown>) => {
		const request = readRequest(data);
		if (request === null) return tell({ type: 'failed', breakdown: { code: 'otherProtocol', params: {} } });
		try {
			session.answer(request);
		} catch (error) {
			tell(failed(error));
		}
	});
} catch (error) {
	tell(failed(error));
}
