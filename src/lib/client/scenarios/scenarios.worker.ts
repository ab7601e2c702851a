/// <reference lib="webworker" />
import '../worker/report-rejections.ts';
import { errorMessage } from '../../debrief/pool/error-message.ts';
import { ScenarioLibrary } from '../../room/scenario-library.ts';
import { loadPacksFor, SHARED_TEXTS } from '../pack-loader.ts';
import { keepTrouble, type KeepTrouble } from './keep-trouble.ts';
import { keepScenario } from './kept-scenarios.ts';
import { readOwn, type GivenFile, type OwnReading } from './read-own.ts';

/** Files in, a reading out: reading takes a second, and the page must not wait for it. What holds is kept. */

export type OwnAnswer =
	OwnReading | { readonly ok: null; readonly why: KeepTrouble | 'broken'; readonly detail: string };

const library = new ScenarioLibrary(SHARED_TEXTS);

addEventListener('message', ({ data }: MessageEvent<readonly GivenFile[]>) => {
	void answer(data).then((answer) => postMessage(answer));
});

async function answer(files: readonly GivenFile[]): Promise<OwnAnswer> {
	let reading: OwnReading;
	try {
		// A built-in scenario that was changed names the parts of the one it came from.
		await loadPacksFor(files, library);
		reading = readOwn(files, library);
	} catch (error) {
		return { ok: null, why: 'broken', detail: errorMessage(error) };
	}
	if (!reading.ok) return reading;
	try {
		await keepScenario({ ...reading.scenario, addedAtMs: Date.now() });
		return reading;
	} catch (error) {
		return { ok: null, why: keepTrouble(error), detail: errorMessage(error) };
	}
}
