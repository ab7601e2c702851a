import { playableScenarios } from '$lib/room/facts/playable.ts';
import { earthText, modelTexts, scenarioTexts } from '$lib/client/packs.ts';
import { ScenarioLibrary } from '$lib/room/scenario-library.ts';

export const prerender = true;

/** Scenarios are read once, when the page is built: who opens a room gets their names, not their files. */
export function load() {
	const library = new ScenarioLibrary({ earth: earthText, models: modelTexts, scenarios: scenarioTexts });
	return { scenarios: playableScenarios(library.builtIn) };
}
