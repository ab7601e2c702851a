import { describe, expect, test } from 'vitest';
import { openLiveRoom } from '../../testing/live-room.ts';
import { codeOf, deciding } from '../../testing/filled-room.ts';

const give = (seconds: number, team: string | null) => ({ type: 'grantMoreTime', seconds, team }) as const;

type Opened = Awaited<ReturnType<typeof openLiveRoom>>;
const left = (room: Pick<Opened, 'part' | 'clock'>, feed: 'team:ward' | 'team:makers' | 'stage') => {
	const { endsAtMs, leftMs } = room.part(feed, 'timer')!;
	return Math.round((endsAtMs === null ? leftMs : endsAtMs - room.clock.nowMs()) / 1000);
};

test('R3, R4: a time that could not be kept is shown to nobody', async () => {
	const room = await deciding();
	await room.ask('p1', { type: 'setTimer', seconds: 240 });
	const putRow = room.store.putRow.bind(room.store);
	room.store.putRow = () => Promise.reject(new Error('the disk is full'));
	for (const body of [{ type: 'setTimer', seconds: 60 } as const, give(120, 'ward')])
		expect(codeOf(await room.ask('p1', body))).toBe('notKept');
	room.store.putRow = putRow;
	await room.ask('p1', { type: 'blankStage', blank: true });
	expect([left(room, 'team:ward'), left(room, 'team:makers'), left(room, 'stage')]).toEqual([240, 240, 240]);
});

describe('R195: more time can be given to one team alone', () => {
	test('that team has it, and nobody else; its asking is answered', async () => {
		const room = await deciding();
		await room.ask('p1', { type: 'setTimer', seconds: 240 });
		await room.ask('p3', { type: 'askMoreTime' });
		await room.ask('p1', give(120, 'ward'));
		expect([left(room, 'team:ward'), left(room, 'team:makers'), left(room, 'stage')]).toEqual([
			360, 240, 240
		]);
		const [makers, ward] = room.part('facilitator', 'desk')!.teams;
		expect(ward!.hasAskedForTime).toBe(false);
		expect(ward!.ownTimer!.endsAtMs).toBe(room.part('team:ward', 'timer')!.endsAtMs);
		expect(makers!.ownTimer).toBeNull();
	});

	test('where the time of all is over it has so much from now on', async () => {
		const room = await deciding();
		await room.ask('p1', { type: 'setTimer', seconds: 30 });
		await room.clock.pass(90_000);
		await room.ask('p1', give(120, 'ward'));
		expect([left(room, 'team:ward'), left(room, 'team:makers')]).toEqual([120, -60]);
	});

	test('a pause holds it, what all are given it gets too, and a restart keeps it', async () => {
		const room = await deciding();
		await room.ask('p1', { type: 'setTimer', seconds: 240 });
		await room.ask('p1', give(120, 'ward'));
		await room.ask('p1', { type: 'pause' });
		await room.clock.pass(600_000);
		await room.ask('p1', give(60, null));
		expect([left(room, 'team:ward'), left(room, 'team:makers')]).toEqual([420, 300]);
		await room.room.close();
		const again = await openLiveRoom(room.store);
		expect([left(again, 'team:ward'), left(again, 'team:makers')]).toEqual([420, 300]);
		expect(again.part('team:ward', 'timer')!.endsAtMs).toBeNull();
	});

	test('a new time is one for all again; without a time there is none to give, nor to a team that is not there', async () => {
		const room = await deciding();
		expect(codeOf(await room.ask('p1', give(60, 'ward')))).toBe('noTimer');
		await room.ask('p1', { type: 'setTimer', seconds: 240 });
		expect(codeOf(await room.ask('p1', give(60, 'nobody')))).toBe('unknownTeam');
		await room.ask('p1', give(120, 'ward'));
		await room.ask('p1', { type: 'setTimer', seconds: 100 });
		expect([left(room, 'team:ward'), left(room, 'team:makers')]).toEqual([100, 100]);
	});
});
