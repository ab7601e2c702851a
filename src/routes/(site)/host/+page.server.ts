import { playableScenarios } from '$lib/room/facts/playable.ts';
import { earthText, modelTexts, scenarioTexts } from '$lib/client/packs.ts';
import { ScenarioLibrary } from '$lib/room/scenario-library.ts';
import { BUILT_IN } from '$lib/scenario/packs/built-in.ts';

export const prerender = true;

/** Scenarios are read once, when the page is built, in the order in which they are offered: who opens a room gets names, not files. */
export function load() {
	const library = new ScenarioLibrary({ earth: earthText, models: modelTexts, scenarios: scenarioTexts });
	const inOrder = BUILT_IN.map(({ id }) => library.builtIn.find((one) => one.id === id)!);
	return { scenarios: playableScenarios(inOrder) };
}
