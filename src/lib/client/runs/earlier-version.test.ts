import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { RoomEvent } from '../../exercise/log/events.ts';
import { exerciseScenario } from '../../exercise/scenario/from-scenario.ts';
import { MemoryLogStore } from '../../room/store/memory-log-store.ts';
import { BUILT_IN } from '../../scenario/packs/built-in.ts';
import { compileModel } from '../../scenario/compile/model.ts';
import { ENGINE_VERSION } from '../../sim/version.ts';
import { packOf } from '../../scenario/testing/pack.ts';
import { isOfEarlierVersion } from './earlier-version.ts';
import { listedRuns, type RunHead, type RunSummary } from './run-summary.ts';

const FIXTURES = new URL('../../exercise/testing/fixtures/', import.meta.url);

function eventsOf(file: string): RoomEvent[] {
	const { events } = JSON.parse(readFileSync(new URL(file, FIXTURES), 'utf8')) as { events: RoomEvent[] };
	return events;
}

/** What a run of today is played with. */
const TODAY = {
	engineVersion: ENGINE_VERSION,
	contentHash: BUILT_IN.find(({ id }) => id === 'july-2024')!.contentHash
};

const changed = (events: readonly RoomEvent[], changes: object) =>
	events.map((event) => (event.type === 'exerciseCreated' ? { ...event, ...changes } : event));

describe.each(['format-1-solo-unfinished.log.json', 'format-1-solo-airline.log.json'])('%s', (file) => {
	const events = changed(eventsOf(file), TODAY);

	test('is played on where it was played with what there is today', () => {
		expect(isOfEarlierVersion(events)).toBe(false);
	});

	test('is of an earlier version as it was written: the physics have changed since', () => {
		expect(isOfEarlierVersion(eventsOf(file))).toBe(true);
	});

	test('is of an earlier version once the physics or the content are others', () => {
		expect(isOfEarlierVersion(changed(events, { engineVersion: '2' }))).toBe(true);
		expect(isOfEarlierVersion(changed(events, { contentHash: '0123456789abcdef' }))).toBe(true);
	});
});

describe('the content of a scenario', () => {
	test.each(BUILT_IN)('of $id is what the list of built-in scenarios says', ({ id, contentHash }) => {
		const { scenario } = packOf(id);
		expect(exerciseScenario(scenario, compileModel(scenario)).contentHash).toBe(contentHash);
	});

	test('is the same when its words alone are others, and another when its figures are', () => {
		const { scenario } = packOf('july-2024');
		const hash = (one: typeof scenario) => exerciseScenario(one, compileModel(one)).contentHash;
		const reworded = { ...scenario, title: { en: 'Another title' } };
		expect(hash(reworded)).toBe(hash(scenario));
		expect(hash({ ...scenario, phases: scenario.phases.slice(1) })).not.toBe(hash(scenario));
	});
});

describe('a list of runs', () => {
	const summary = (kind: 'preparation' | 'hotWash') =>
		({ progress: { kind }, changedAtMs: 0, bots: {} }) as unknown as RunSummary;
	const head = (id: string, kind: 'preparation' | 'hotWash'): RunHead => {
		return { id, writer: 'w', format: 1, summary: summary(kind) };
	};

	test('marks what cannot be played on, before it is opened; what has ended has nothing to play on', async () => {
		const store = new MemoryLogStore<RunSummary>();
		const events = changed(eventsOf('format-1-solo-unfinished.log.json'), TODAY);
		const old = changed(events, { engineVersion: '2' });
		await store.create({ head: head('a', 'preparation'), events });
		await store.create({ head: head('b', 'preparation'), events: old });
		await store.create({ head: head('c', 'hotWash'), events: old });
		const runs = await listedRuns(store);
		expect(runs.map(({ runId, isOfEarlierVersion }) => [runId, isOfEarlierVersion])).toEqual([
			['a', false],
			['b', true],
			['c', false]
		]);
	});
});
