import { beforeAll, describe, expect, it } from 'vitest';
import { foldLog } from '../../exercise/log/evolve.ts';
import { LOG_VERSION } from '../../exercise/log/log-file.ts';
import { readLog } from '../../exercise/log/read-log.ts';
import { MemoryLogStore } from '../../room/store/memory-log-store.ts';
import { lived, type Lived } from '../../room/replay/testing/lived.ts';
import { playedPack } from '../../room/testing/played-pack.ts';
import type { RunSummary } from '../runs/run-summary.ts';
import { forksOfRoom, forksOfRun, type RoomForkSummary } from './kept-forks.ts';
import type { ReplayedLog } from './messages.ts';

const pack = playedPack();
const forkOf = (events: Lived['events'], name: string) =>
	({
		name,
		series: [{ endMin: 600 }],
		fork: {
			fileName: 'a-fork.log.json',
			round: 2,
			progress: { kind: 'hotWash' },
			saved: { events, results: [] }
		}
	}) as unknown as ReplayedLog;

describe('R312: forks that are kept on this device', () => {
	let play: Lived;
	beforeAll(async () => {
		play = await lived(pack, 'shared', { vendor: 'expert' }, 'vendor');
	});

	it('of a room are listed by its code, those made last first, and are logs like any other', async () => {
		const store = new MemoryLogStore<RoomForkSummary>();
		const forks = forksOfRoom(store, 'KMTA4');
		await forks.keep(forkOf(play.events, 'Earlier'), 'f1', 1000);
		await forks.keep(forkOf(play.events, 'Later'), 'f2', 2000);
		expect((await forks.list()).map(({ name }) => name)).toEqual(['Later', 'Earlier']);
		expect(await forksOfRoom(store, 'OTHER').list()).toEqual([]);
		const file = await forks.read('f1');
		const reading = readLog(file!.text, file!.fileName, () => pack.exercise);
		if (!reading.ok) throw new Error(reading.faults[0]!.code);
		expect(foldLog(reading.log.events).worlds).toEqual(foldLog(play.events).worlds);
		await forks.forget('f1');
		expect((await forks.list()).map(({ id }) => id)).toEqual(['f2']);
		expect(await forks.read('f1')).toBeNull();
	});

	it('of a room hold nothing that people wrote', async () => {
		const store = new MemoryLogStore<RoomForkSummary>();
		const author = { kind: 'facilitator' } as const;
		const events = [...play.events, { type: 'noted', command: 'n.1', author, text: 'SAID' } as const];
		const forks = forksOfRoom(store, 'KMTA4');
		await forks.keep(forkOf(events, 'A fork'), 'f1', 1000);
		expect((await forks.read('f1'))!.text).not.toContain('SAID');
	});

	it('of a run stand beside it among the runs, and its other forks without a name do not', async () => {
		const store = new MemoryLogStore<RunSummary>();
		const summary = { scenarioId: pack.scenario.id, seed: 's', role: 'vendor', forkedFrom: null };
		const head = { id: 'r', writer: 'w', format: LOG_VERSION, summary: summary as unknown as RunSummary };
		await store.create({ head, events: play.events });
		const again = { ...head.summary, forkedFrom: { runId: 'r', round: 1 } };
		await store.create({ head: { ...head, id: 'again', summary: again }, events: play.events });
		const forks = forksOfRun(store, 'r');
		await forks.keep(forkOf(play.events, 'A fork'), 'f1', 1000);
		expect(await forks.list()).toEqual([{ id: 'f1', name: 'A fork', madeAtMs: 1000 }]);
		await expect(forksOfRun(store, 'gone').keep(forkOf(play.events, 'A fork'), 'f2', 1)).rejects.toThrow();
	});
});
