/// <reference lib="webworker" />
import { earthText, modelTexts, scenarioTexts } from '../packs.ts';
import { readWish, type RunNews } from '../messages.ts';
import { Desk } from './desk.ts';
import { ScenarioLibrary } from '../../room/scenario-library.ts';

/** The worker's door: messages in, news out. Everything behind it runs without a worker too. */

const tell = (news: RunNews) => postMessage(news);

/** What broke, without the places in code that only we could read. */
function failed(error: unknown): RunNews {
	return { type: 'failed', what: error instanceof Error ? error.message : String(error) };
}

try {
	const shelf = new ScenarioLibrary({
		earth: earthText,
		models: modelTexts,
		scenarios: scenarioTexts
	});
	const desk = new Desk(shelf, tell);
	addEventListener('message', ({ data }: MessageEvent<unknown>) => {
		const wish = readWish(data);
		if (wish === null) return tell(failed('the page asked for something that this run does not know'));
		try {
			desk.answer(wish);
		} catch (error) {
			tell(failed(error));
		}
	});
} catch (error) {
	tell(failed(error));
}
