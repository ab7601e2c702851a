/// <reference types="vite/client" />
import type { ReadScenario, ScenarioLibrary } from '../room/scenario-library.ts';
import { ownRefsIn } from '../room/scenario-ref.ts';
import { BUILT_IN } from '../scenario/packs/built-in.ts';
import { MODEL_FILE } from '../scenario/packs/index.ts';
import model from '../scenario/packs/model.yaml?raw';
import earth from '../scenario/worlds/earth.json?raw';
import { keptScenario } from './scenarios/kept-scenarios.ts';

/** For workers that need one scenario: it is fetched, as it was read at the build, when a request first names it. */

const FOLDER = '../scenario/packs/';
const read = import.meta.glob<ReadScenario>('../scenario/packs/*/scenario.yaml', {
	query: '?read',
	import: 'default'
});

/** What every library begins with: the world and the model parameters, and no scenario. */
export const SHARED_TEXTS = { earth, models: [{ name: MODEL_FILE, text: model }], scenarios: [] };

/** Adds the scenarios that a request names, in an id or in the text of a log or scenario file: built-in ones and authors'. */
export async function loadPacksFor(request: unknown, library: ScenarioLibrary): Promise<void> {
	for (const { id } of BUILT_IN) {
		if (!library.has(id) && names(request, id)) library.add(await read[`${FOLDER}${id}/scenario.yaml`]!());
	}
	for (const ref of ownRefsIn(request)) {
		const own = await keptScenario(ref);
		if (own !== null) library.addOwn(ref, own);
	}
}

function names(value: unknown, id: string): boolean {
	if (typeof value === 'string') return value.includes(id);
	return typeof value === 'object' && value !== null && Object.values(value).some((one) => names(one, id));
}
