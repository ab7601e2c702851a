/// <reference lib="webworker" />
import { earthText, modelCardTexts, scenarioTexts } from '../packs.ts';
import { ScenarioLibrary } from '../../room/scenario-library.ts';
import { broken } from './broken.ts';
import { MapDesk } from './map-desk.ts';
import type { MapNews, MapWish } from './messages.ts';
import { buffersOf } from './moment.ts';

/** The worker's door: wishes in, news out. */

// Counts are handed over, not copied.
const tell = (news: MapNews) => postMessage(news, news.type === 'moment' ? buffersOf(news.moment) : []);
const failed = (error: unknown): MapNews => ({ type: 'failed', lane: '', failure: broken(error) });

try {
	const shelf = new ScenarioLibrary({
		earth: earthText,
		modelCards: modelCardTexts,
		scenarios: scenarioTexts
	});
	const desk = new MapDesk(shelf, tell);
	addEventListener('message', ({ data }: MessageEvent<MapWish>) => {
		try {
			desk.answer(data);
		} catch (error) {
			tell(failed(error));
		}
	});
} catch (error) {
	tell(failed(error));
}
