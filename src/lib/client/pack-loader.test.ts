import { expect, it } from 'vitest';
import { ScenarioLibrary } from '../room/scenario-library.ts';
import { BUILT_IN, DEFAULT_SCENARIO } from '../scenario/packs/built-in.ts';
import { builtInScenario } from './built-in-scenario.ts';
import { loadPacksFor, SHARED_TEXTS } from './pack-loader.ts';

it('a library has only the packs that a request named, and each once', async () => {
	const library = new ScenarioLibrary(SHARED_TEXTS);
	await loadPacksFor({ type: 'open', scenario: 'somewhere-else', orders: [{ value: 1 }, null] }, library);
	expect(library.builtIn).toEqual([]);
	await loadPacksFor({ scenario: { kind: 'builtIn', id: DEFAULT_SCENARIO } }, library);
	await loadPacksFor({ scenario: { kind: 'builtIn', id: DEFAULT_SCENARIO } }, library);
	expect(library.builtIn.map(({ id }) => id)).toEqual([DEFAULT_SCENARIO]);
	expect(library.byId(DEFAULT_SCENARIO)?.scenario.decisions.length).toBeGreaterThan(0);
});

it('the text of a log names the pack that it was played with', async () => {
	const library = new ScenarioLibrary(SHARED_TEXTS);
	const text = `{"events":[{"type":"exerciseCreated","scenarioId":"${DEFAULT_SCENARIO}"}]}`;
	await loadPacksFor({ source: { kind: 'log', name: 'play.json', text } }, library);
	expect(library.has(DEFAULT_SCENARIO)).toBe(true);
});

it.each(BUILT_IN)('what was read of $id at the build is what its files say', async ({ id, contentHash }) => {
	const library = new ScenarioLibrary(SHARED_TEXTS);
	await loadPacksFor(id, library);
	const { scenario, exercise } = library.byId(id)!;
	expect(scenario).toStrictEqual(builtInScenario(id));
	expect(exercise.contentHash).toBe(contentHash);
});
