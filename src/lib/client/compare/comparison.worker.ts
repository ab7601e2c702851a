/// <reference lib="webworker" />
import { earthText, modelTexts, scenarioTexts } from '../packs.ts';
import { readRequest, type ComparisonMessage } from './messages.ts';
import { ComparisonSession } from './comparison-session.ts';
import { ScenarioLibrary } from '../../room/scenario-library.ts';

/** The worker's door: requests in, messages out. Everything behind it runs without a worker too. */

const tell = (message: ComparisonMessage) => postMessage(message);

/** What broke, without the places in code that only we could read. */
function failed(error: unknown): ComparisonMessage {
	return { type: 'failed', what: error instanceof Error ? error.message : String(error) };
}

try {
	const library = new ScenarioLibrary({
		earth: earthText,
		models: modelTexts,
		scenarios: scenarioTexts
	});
	const session = new ComparisonSession(library, tell);
	addEventListener('message', ({ data }: MessageEvent<unknown>) => {
		const request = readRequest(data);
		if (request === null) return tell(failed('the page asked for something that this run does not know'));
		try {
			session.answer(request);
		} catch (error) {
			tell(failed(error));
		}
	});
} catch (error) {
	tell(failed(error));
}
