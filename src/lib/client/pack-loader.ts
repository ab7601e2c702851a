/// <reference types="vite/client" />
import type { PackText, ScenarioLibrary } from '../room/scenario-library.ts';
import { ownRefsIn } from '../room/scenario-ref.ts';
import { BUILT_IN } from '../scenario/packs/built-in.ts';
import { MODEL_FILE, packsOf } from '../scenario/packs/index.ts';
import model from '../scenario/packs/model.yaml?raw';
import earth from '../scenario/worlds/earth.json?raw';
import { keptScenario } from './scenarios/kept-scenarios.ts';

/** For workers that need one scenario: its texts are fetched when a request first names it. */

const FOLDER = '../scenario/packs/';
const files = import.meta.glob<string>('../scenario/packs/*/*.yaml', { query: '?raw', import: 'default' });

/** What every library begins with: the world and the model parameters, and no scenario. */
export const SHARED_TEXTS = { earth, models: [{ name: MODEL_FILE, text: model }], scenarios: [] };

/** Adds the scenarios that a request names, in an id or in the text of a log or scenario file: built-in ones and authors'. */
export async function loadPacksFor(request: unknown, library: ScenarioLibrary): Promise<void> {
	for (const { id } of BUILT_IN) {
		if (!library.has(id) && names(request, id)) library.add(await packText(id));
	}
	for (const ref of ownRefsIn(request)) {
		const own = library.has(ref) ? null : await keptScenario(ref);
		if (own !== null) library.addOwn(ref, own);
	}
}

function names(value: unknown, id: string): boolean {
	if (typeof value === 'string') return value.includes(id);
	return typeof value === 'object' && value !== null && Object.values(value).some((one) => names(one, id));
}

async function packText(id: string): Promise<PackText> {
	const paths = Object.keys(files).filter((path) => path.startsWith(`${FOLDER}${id}/`));
	const texts = await Promise.all(
		paths.map(async (path) => [path.slice(FOLDER.length), await files[path]!()] as const)
	);
	const [pack] = packsOf(Object.fromEntries(texts));
	if (pack === undefined) throw new Error(`the built-in scenario '${id}' has no main file`);
	return { name: pack.file, text: pack.text, parts: pack.parts };
}
