import { expect, test } from 'vitest';
import { MemoryLogStore } from '../../room/store/memory-log-store.ts';
import { ScenarioLibrary } from '../../room/scenario-library.ts';
import { ownRef } from '../../room/scenario-ref.ts';
import { playedText } from '../../room/testing/played-pack.ts';
import { notPlayableText } from '../../text/solo-text.ts';
import { earthText, modelTexts } from '../packs.ts';
import type { RunSummary } from '../runs/run-summary.ts';
import { openHost } from './testing/solo-host.ts';

const first = playedText();
const changed = first.replace('gatePerMille: 10', 'gatePerMille: 20');

/** A device on which these versions of an author's scenario are kept; what names each of them. */
function device(...texts: readonly string[]) {
	const library = new ScenarioLibrary({ earth: earthText, models: modelTexts, scenarios: [] });
	const refs = texts.map((text) => {
		const opened = library.open({ kind: 'file', name: 'mine.yaml', text });
		if (!opened.ok) throw new Error(JSON.stringify(opened.faults));
		const { scenario, exercise } = opened.pack;
		return ownRef(scenario.id, exercise.contentHash);
	});
	const kept = new ScenarioLibrary({ earth: earthText, models: modelTexts, scenarios: [] });
	texts.forEach((text, i) => kept.addOwn(refs[i]!, { name: 'mine.yaml', text }));
	const scenarios = {
		bring: () => Promise.resolve(),
		byId: (ref: string) => kept.byId(ref),
		ofLog: (id: string, hash: string) => kept.ofLog(id, hash)
	};
	return { refs, scenarios };
}

test('R230: a run of an author’s scenario is played on with the version that it was begun with', async () => {
	const store = new MemoryLogStore<RunSummary>();
	const { refs, scenarios } = device(first, changed);
	expect(new Set(refs).size).toBe(2);
	const host = openHost({ store, scenarios });
	await host.toFirstRound({ scenarioId: refs[0]! });
	expect(host.latest('opened')!.facts.scenario.id).toBe(refs[0]);
	const runId = host.runId();
	const again = openHost({ store, scenarios });
	await again.ask({ type: 'open', what: { kind: 'kept', runId } }, 2000);
	expect(again.progress()).toMatchObject({ kind: 'deciding', round: 1 });
	expect(again.latest('opened')!.facts.scenario.id).toBe(refs[0]);
});

test('R230: with its file gone a run is shown, and says what to do to play on', async () => {
	const store = new MemoryLogStore<RunSummary>();
	const { refs, scenarios } = device(first);
	const host = openHost({ store, scenarios });
	await host.toFirstRound({ scenarioId: refs[0]! });
	const gone = openHost({ store, scenarios: device(changed).scenarios });
	await gone.ask({ type: 'open', what: { kind: 'kept', runId: host.runId() } }, 2000);
	const shown = gone.latest('readOnlyLog')!;
	expect(notPlayableText(shown.reason)).toMatch(/no longer on this device\. Add that file again/);
	expect(shown.canSave).toBe(true);
});

test('R230: a log is opened with the version that it was played with', async () => {
	const { refs, scenarios } = device(first, changed);
	const host = openHost({ scenarios });
	await host.toFirstRound({ scenarioId: refs[0]! });
	const text = await host.log();
	const other = openHost({ scenarios });
	await other.ask({ type: 'open', what: { kind: 'log', name: 'a.log.json', text } }, 2000);
	expect(other.latest('opened')!.facts.scenario.id).toBe(refs[0]);
	// On a device with another version alone it says that the scenario is not here.
	const elsewhere = openHost({ scenarios: device(changed).scenarios });
	await elsewhere.ask({ type: 'open', what: { kind: 'log', name: 'a.log.json', text } }, 2000);
	expect(elsewhere.latest('notOpened')).toMatchObject({ fault: { code: 'noSuchScenario' } });
});

test('R230: a scenario is described to whoever asks, under the name that it was asked by', async () => {
	const { refs, scenarios } = device(first);
	const host = openHost({ scenarios });
	await host.ask({ type: 'describe', scenarioId: refs[0]! });
	expect(host.latest('described')).toMatchObject({ ref: refs[0], scenario: { id: refs[0] } });
	await host.ask({ type: 'describe', scenarioId: 'nowhere' });
	expect(host.latest('described')).toMatchObject({ ref: 'nowhere', scenario: null });
});
