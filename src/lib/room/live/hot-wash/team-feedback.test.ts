import { describe, expect, test } from 'vitest';
import type { FeedKey } from '../../feed/audience-key.ts';
import { commit, type Opened } from '../../testing/filled-room.ts';
import { openLiveRoom, PARALLEL, SUMMARY } from '../../testing/live-room.ts';
import { playedPack } from '../../testing/played-pack.ts';
import { runsOf } from '../../testing/runs.ts';

const OTHERS: readonly FeedKey[] = ['facilitator', 'evaluator', 'stage', 'observer', 'phone', 'door'];

/** A room with its decisions open at the first stop: p1 facilitates, p2 leads the first team, p3 the other. */
async function atFirstStop(summary: typeof SUMMARY, teams: readonly [string, string]): Promise<Opened> {
	const room = await openLiveRoom(undefined, { summary, runMany: runsOf(playedPack()) });
	await room.join('facilitator', 'Fay');
	for (const team of teams) await room.join('player', team, team);
	for (const id of ['p1', 'p2', 'p3']) room.room.presence(id, true);
	await room.ask('p1', { type: 'setPace', stepsPerSecond: null });
	await onTo(room, 1);
	return room;
}

async function onTo(room: Opened, round: number): Promise<void> {
	for (let n = 0; n < 12; n++) {
		if (room.step().step === 'decide' && room.step().round === round) return;
		await room.goOn('p1');
		await room.until(() => room.step().step !== 'advance');
	}
	throw new Error(`round ${round} was never open`);
}

const told = (room: Opened, team: string) => room.part(`team:${team}`, 'feedback');
const toldAt = (room: Opened, team: string, minute: number) =>
	room.until(() => told(room, team)?.minute === minute);

describe('R204: after each advance a team is told what has changed of what it is judged by', () => {
	test('at every stop, from the one before, and what of it came from its own decisions', async () => {
		const room = await atFirstStop(SUMMARY, ['ward', 'makers']);
		await toldAt(room, 'ward', 20);
		await toldAt(room, 'makers', 20);
		expect(told(room, 'ward')!.sinceMin).toBe(0);
		expect(told(room, 'ward')!.terms.map(({ role, id, yours }) => [role, id, yours])).toEqual([
			['hospital', 'harm', 0]
		]);
		await room.ask('p3', commit('roll-back'));
		await onTo(room, 2);
		await toldAt(room, 'makers', 60);
		await toldAt(room, 'ward', 60);
		const [makers] = told(room, 'makers')!.terms;
		expect(told(room, 'makers')!.sinceMin).toBe(20);
		// Hosts that the makers kept from crashing are theirs, and nobody else's.
		expect(makers!.yours).toBeLessThan(0);
		expect(told(room, 'ward')!.terms[0]!.yours).toBe(0);
	});

	test('in its own world where teams have such', async () => {
		const room = await atFirstStop(PARALLEL, ['one', 'two']);
		await room.ask('p2', commit('paper'));
		await onTo(room, 2);
		await toldAt(room, 'one', 60);
		await toldAt(room, 'two', 60);
		for (const team of ['one', 'two'])
			expect(told(room, team)).toMatchObject({ sinceMin: 20, terms: [{ role: 'hospital', id: 'harm' }] });
		expect(told(room, 'two')!.terms[0]!.yours).toBe(0);
	});

	test('where a facilitator stops the world outside the plan, too', async () => {
		const room = await atFirstStop(SUMMARY, ['ward', 'makers']);
		await room.ask('p1', { type: 'setPace', stepsPerSecond: 1 });
		await room.goOn('p1');
		await room.clock.pass(5000);
		await room.ask('p1', { type: 'stopHere' });
		await room.until(() => room.step().step !== 'advance');
		const { minute } = room.part('team:ward', 'clock')!;
		expect(minute).toBeGreaterThan(20);
		expect(minute).toBeLessThan(60);
		await toldAt(room, 'ward', minute);
		expect(told(room, 'ward')!.sinceMin).toBe(20);
	});

	test('and nobody else is told', async () => {
		const room = await atFirstStop(SUMMARY, ['ward', 'makers']);
		await toldAt(room, 'makers', 20);
		for (const feed of OTHERS) expect(room.part(feed, 'feedback'), feed).toBeUndefined();
	});
});
