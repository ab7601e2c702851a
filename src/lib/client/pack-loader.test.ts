import { expect, it, vi } from 'vitest';
import { ScenarioLibrary } from '../room/scenario-library.ts';
import { BUILT_IN, DEFAULT_SCENARIO } from '../scenario/packs/built-in.ts';
import { builtInScenario } from './built-in-scenario.ts';
import { exampleScenario } from '../scenario/example.ts';
import { loadPacksFor, SHARED_TEXTS } from './pack-loader.ts';
import { readOwn } from './scenarios/read-own.ts';

/** What this device keeps. */
const kept = vi.hoisted(() => new Map<string, { name: string; text: string }>());
vi.mock('./scenarios/kept-scenarios.ts', () => ({
	keptScenario: (ref: string) => Promise.resolve(kept.get(ref) ?? null)
}));

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

it('R230: an author’s file whose words alone have changed is taken up at once, under the name that it has', async () => {
	const library = new ScenarioLibrary(SHARED_TEXTS);
	const text = exampleScenario('My town');
	const keep = (changed: string) => {
		const reading = readOwn([{ name: 'a.yaml', text: changed }], new ScenarioLibrary(SHARED_TEXTS));
		if (!reading.ok) throw new Error(JSON.stringify(reading.faults));
		kept.set(reading.scenario.ref, reading.scenario);
		return reading.scenario.ref;
	};
	const ref = keep(text);
	await loadPacksFor({ scenarioId: ref }, library);
	const first = library.byId(ref);
	await loadPacksFor({ scenarioId: ref }, library);
	expect(library.byId(ref)).toBe(first);
	expect(keep(text.replace('Ward 4', 'Ward 5'))).toBe(ref);
	await loadPacksFor({ scenarioId: ref }, library);
	expect(JSON.stringify(library.byId(ref)!.scenario.injects)).toContain('Ward 5');
});
