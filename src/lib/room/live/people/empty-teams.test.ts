import { expect, test } from 'vitest';
import type { RequestBody } from '../../protocol/requests.ts';
import type { RoomSummary } from '../live-room-contract.ts';
import { MemoryLogStore } from '../../store/memory-log-store.ts';
import { openLiveRoom, PARALLEL } from '../../testing/live-room.ts';

type Opened = Awaited<ReturnType<typeof openLiveRoom>>;

const commit = (decision: string): RequestBody => ({
	type: 'command',
	body: { type: 'commitDecision', payload: { decision, rationale: null, confidencePct: null } }
});

/** A facilitator, and the lead of the first of three teams; nobody sits in the other two. */
async function opened(role = 'hospital'): Promise<Opened> {
	const teams = PARALLEL.setup.teams.map((team) => ({ ...team, roles: [role] }));
	const summary: RoomSummary = { ...PARALLEL, setup: { ...PARALLEL.setup, teams } };
	const room = await openLiveRoom(new MemoryLogStore(), { summary });
	await room.join('facilitator', 'Fay');
	await room.join('player', 'Lea', 'one');
	for (const id of ['p1', 'p2']) room.room.presence(id, true);
	await room.clock.pass(300);
	await room.ask('p1', { type: 'setPace', stepsPerSecond: null });
	return room;
}

/** On to the decisions of a round. */
async function deciding(room: Opened, round: number): Promise<void> {
	for (let n = 0; n < 20; n++) {
		const { step, round: now } = room.step();
		if (step === 'decide' && now === round) return;
		expect((await room.goOn('p1')).kind).toBe('accepted');
		await room.until(() => room.step().step !== 'advance');
		await room.clock.pass(300);
	}
	throw new Error(`there is no round ${round}`);
}

async function playedBy(room: Opened): Promise<string[]> {
	return (await room.log()).flatMap((event) =>
		event.type === 'playedBy' ? [`${event.seat} ${event.bot} ${event.atMin}`] : []
	);
}

/** Whether the vendor has taken its release back in a world: on the day it did so, 78 minutes after it. */
async function isTakenBack(room: Opened, world: string): Promise<boolean> {
	return (await room.log()).some(
		(event) => event.type === 'decisionCommitted' && event.world === world && event.decision === 'roll-back'
	);
}

test('R170: bots play for a team in which nobody sits from the preparation on, and keep nobody waiting', async () => {
	const room = await opened('vendor');
	await room.goOn('p1');
	expect(await playedBy(room)).toEqual([]);
	await deciding(room, 3);
	expect((await playedBy(room)).map((line) => line.replace(/ -?\d+$/, ''))).toEqual([
		'two.vendor record',
		'three.vendor record'
	]);
	for (const team of ['two', 'three']) expect(await isTakenBack(room, team)).toBe(true);
	expect(await isTakenBack(room, 'one')).toBe(false);
	expect(room.part('stage', 'ready')).toEqual({ ready: 2, of: 3 });
	expect(room.faults).toEqual([]);
});

test('R170: who sits down in it finds its world at the minute of the others, and decides from then on', async () => {
	const room = await opened();
	await deciding(room, 2);
	await room.join('player', 'Max', 'two');
	await room.clock.pass(300);
	expect((await playedBy(room)).at(-1)).toMatch(/^two\.hospital null 60$/);
	expect(room.part('team:two', 'clock')!.minute).toBe(room.part('team:one', 'clock')!.minute);
	expect(room.part('team:two', 'team')!.standIns).toEqual([]);
	expect(room.part('team:two', 'sample:0')).toBeDefined();
	expect((await room.ask('p3', commit('paper'))).kind).toBe('accepted');
	// Who comes second changes nothing, and nobody has touched the team that is still empty.
	await room.join('player', 'Mia', 'two');
	expect(await playedBy(room)).toHaveLength(3);
});

test('R170: a team whose last member goes is played on by bots; a bot that the staff put in stays where people sit', async () => {
	const room = await opened();
	await deciding(room, 1);
	await room.ask('p1', { type: 'place', person: 'p2', team: 'three', lead: null });
	expect((await playedBy(room)).slice(2)).toEqual(['one.hospital record 20', 'three.hospital null 20']);
	const takeOver = { type: 'takeOverByBot', team: 'three', role: null, bot: 'none' } as const;
	expect((await room.ask('p1', takeOver)).kind).toBe('accepted');
	await room.join('player', 'Max', 'three');
	expect((await playedBy(room)).at(-1)).toBe('three.hospital none 20');
});

test('R170: it is the same after a restart', async () => {
	const first = await opened();
	await deciding(first, 1);
	await first.room.close();
	const again = await openLiveRoom(first.store);
	await again.join('player', 'Max', 'two');
	await again.clock.pass(300);
	expect((await playedBy(again)).at(-1)).toMatch(/^two\.hospital null /);
});
