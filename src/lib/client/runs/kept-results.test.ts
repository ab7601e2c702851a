import { describe, expect, it } from 'vitest';
import { MemoryLogStore } from '../../room/store/memory-log-store.ts';
import type { HotWash } from '../../debrief/hot-wash/hot-wash.ts';
import { FakeClock } from '../../room/testing/fake-clock.ts';
import { keptResults, ResultsKeeper } from './kept-results.ts';
import version2 from './testing/hot-wash-version-2.json';

async function open() {
	const store = new MemoryLogStore<object>();
	await store.create({ head: { id: 'run', writer: 'w', format: 2, summary: {} }, events: [] });
	const clock = new FakeClock();
	const keeper = new ResultsKeeper('run', store, clock);
	return { store, clock, keeper };
}
const opened = { type: 'opened', facts: 1 };
const room = (minute: number) => ({ type: 'room', minute });
const hotWash = (parts: number, verdict: 'better' | null = 'better', yours: number | null = null) => ({
	type: 'hotWash',
	parts,
	hotWash: { finding: { verdict, yours } }
});

describe('the results of a run', () => {
	it('are kept as they were told last', async () => {
		const { store, clock, keeper } = await open();
		for (const message of [opened, room(1), { type: 'frames' }, room(2), hotWash(1), hotWash(2)])
			keeper.hear(message);
		await clock.pass(2000);
		expect(await keptResults(store, 'run')).toEqual([opened, room(2), hotWash(2)]);
	});

	it('are kept at once when the run has been measured', async () => {
		const { store, clock, keeper } = await open();
		for (const message of [opened, room(1), hotWash(1, null)]) keeper.hear(message);
		await clock.pass(0);
		expect(await keptResults(store, 'run')).toBe(null);
		keeper.hear(hotWash(2));
		await clock.pass(0);
		expect(await keptResults(store, 'run')).toEqual([opened, room(1), hotWash(2)]);
	});

	it('are kept at once when it is known what of it was the person’s own', async () => {
		const { store, clock, keeper } = await open();
		for (const message of [opened, room(1), hotWash(1), hotWash(2, 'better', -0.2)]) keeper.hear(message);
		await clock.pass(0);
		expect(await keptResults(store, 'run')).toEqual([opened, room(1), hotWash(2, 'better', -0.2)]);
	});

	it('of an earlier version are read in the words of now', async () => {
		const { store } = await open();
		const kept = { type: 'hotWash', hotWash: version2 };
		const earlier = { version: 1, messages: [opened, { type: 'room', purses: [1] }, kept] };
		await store.putRow('run', 'results', 'hot-wash', earlier);
		const [, balances] = (await keptResults(store, 'run'))!;
		expect(balances).toEqual({ type: 'room', balances: [1] });
	});

	it('of version 2 are shown with all that was computed then, and nothing that was not', async () => {
		const { store } = await open();
		const kept = { type: 'hotWash', hotWash: version2 };
		await store.putRow('run', 'results', 'hot-wash', { version: 2, messages: [opened, room(1), kept] });
		const messages = (await keptResults(store, 'run'))!;
		const { hotWash: wash } = messages.at(-1) as unknown as { hotWash: HotWash };
		expect(wash.outcome.harm).toEqual({ ...version2.outcome.harm, others: null });
		expect(wash.effects!.together).toBeNull();
		expect(wash.effects!.all.map(({ harm }) => harm)).toEqual(version2.effects.all.map(({ harm }) => harm));
		expect(wash.effects!.outOfReach).toEqual(version2.effects.outOfReach);
		expect(wash.turn!.after).toMatchObject({ decision: { id: 'rings', isMine: true } });
		expect(wash.reviews.every(({ criteria }) => criteria === null)).toBe(true);
	});

	it('name the run that they were forked from', async () => {
		const { store, clock, keeper } = await open();
		const parent = { type: 'parent', parent: 1 };
		for (const message of [opened, room(1), parent, hotWash(1)]) keeper.hear(message);
		await clock.pass(2000);
		expect(await keptResults(store, 'run')).toContainEqual(parent);
	});

	it('are written twice while parts come in quickly', async () => {
		const { store, clock, keeper } = await open();
		let writes = 0;
		const putRow = store.putRow.bind(store);
		store.putRow = (...args) => (writes++, putRow(...args));
		keeper.hear(opened);
		keeper.hear(room(1));
		for (let part = 0; part < 20; part++) {
			keeper.hear(hotWash(part));
			await clock.pass(250);
		}
		await clock.pass(2000);
		expect(writes).toBe(2);
	});

	it('are none before the hot wash', async () => {
		const { store, clock, keeper } = await open();
		keeper.hear(opened);
		keeper.hear(room(1));
		await clock.pass(2000);
		expect(await keptResults(store, 'run')).toBe(null);
	});

	it.each([
		null,
		1,
		{},
		{ version: 0, messages: [opened, room(1), hotWash(1)] },
		{ version: 1, messages: [opened] }
	])('are none where what was kept cannot be shown: %j', async (value) => {
		const { store } = await open();
		await store.putRow('run', 'results', 'hot-wash', value);
		expect(await keptResults(store, 'run')).toBe(null);
	});
});
