/// <reference lib="webworker" />
import { earthText, modelTexts, scenarioTexts } from '../packs.ts';
import { ScenarioLibrary } from '../../room/scenario-library.ts';
import { broken } from './broken.ts';
import { MapSession } from './map-session.ts';
import type { MapMessage, MapRequest } from './messages.ts';
import { buffersOf } from '../../sim/observe/map/map-snapshot.ts';

/** The worker's door: requests in, messages out. */

// Counts are handed over, not copied.
const tell = (message: MapMessage) =>
	postMessage(message, message.type === 'snapshot' ? buffersOf(message.snapshot) : []);
const failed = (error: unknown): MapMessage => ({ type: 'failed', series: '', failure: broken(error) });

try {
	const shelf = new ScenarioLibrary({
		earth: earthText,
		models: modelTexts,
		scenarios: scenarioTexts
	});
	const desk = new MapSession(shelf, tell);
	addEventListener('message', ({ data }: MessageEvent<MapRequest>) => {
		try {
			desk.answer(data);
		} catch (error) {
			tell(failed(error));
		}
	});
} catch (error) {
	tell(failed(error));
}
