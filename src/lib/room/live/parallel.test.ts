import { describe, expect, test } from 'vitest';
import type { FeedKey } from '../feed/audience-key.ts';
import type { RequestBody } from '../protocol/requests.ts';
import { openLiveRoom, PARALLEL } from '../testing/live-room.ts';
import { MemoryLogStore } from '../store/memory-log-store.ts';

type Opened = Awaited<ReturnType<typeof openLiveRoom>>;

const commit = (decision: string): RequestBody => ({
	type: 'command',
	body: { type: 'commitDecision', payload: { decision, rationale: `SECRET ${decision}`, confidencePct: 80 } }
});
const TEAMS = ['one', 'two', 'three'];
/** Leads of the teams, in their order. */
const LEADS = ['p2', 'p3', 'p4'];

/** A facilitator (p1), the leads of three teams that play the same ward, and one of each other kind. */
async function filled(): Promise<Opened> {
	const room = await openLiveRoom(new MemoryLogStore(), { summary: PARALLEL });
	await room.join('facilitator', 'Fay');
	for (const team of TEAMS) await room.join('player', `Lead of ${team}`, team);
	await room.join('evaluator', 'Eve', 'one');
	await room.join('phone', '');
	await room.join('player', 'Nobody’s');
	for (const id of ['p1', ...LEADS]) room.room.presence(id, true);
	await room.clock.pass(300);
	await room.ask('p1', { type: 'setPace', stepsPerSecond: null });
	return room;
}

async function onTo(room: Opened, holds: () => boolean): Promise<void> {
	for (let n = 0; n < 20 && !holds(); n++) {
		const answer = await room.goOn('p1');
		if (answer.kind !== 'accepted') throw new Error(JSON.stringify(answer));
		await room.until(() => room.step().step !== 'advance');
	}
	if (!holds()) throw new Error('it never came to hold');
}

const deciding = (room: Opened, round: number) => () =>
	room.step().step === 'decide' && room.step().round === round;
const isOver = (room: Opened) => () => room.step().phase === 'hotWash';

/** Plays to the end; what each team decides in round 1. */
async function played(choices: readonly (readonly string[])[]): Promise<Opened> {
	const room = await filled();
	await onTo(room, deciding(room, 1));
	for (const [n, decisions] of choices.entries())
		for (const decision of decisions)
			expect((await room.ask(LEADS[n]!, commit(decision))).kind, decision).toBe('accepted');
	await onTo(room, isOver(room));
	await room.until(() => TEAMS.every((team) => room.part(`team:${team}`, 'hotWash') !== undefined));
	expect(room.faults).toEqual([]);
	return room;
}

const hashes = (room: Opened) => TEAMS.map((team) => room.part(`team:${team}`, 'hotWash')!.stateHash);

describe('teams that play in worlds of their own', () => {
	test('R80: equal choices give equal worlds, whatever others do in theirs', async () => {
		const [one, two, three] = hashes(await played([['paper'], [], ['paper']]));
		expect(three).toBe(one);
		expect(two).not.toBe(one);
		const [again, second, last] = hashes(await played([['paper'], ['paper'], []]));
		expect([again, second, last]).toEqual([one, one, two]);
	});

	test('R81: all worlds are at one minute, and an urgent message in one of them opens no round', async () => {
		const room = await filled();
		await onTo(room, deciding(room, 1));
		await room.ask('p2', commit('paper'));
		await onTo(room, deciding(room, 3));
		const minutes = (await room.log()).flatMap((event) => (event.type === 'timeAdvanced' ? [event] : []));
		for (const { toMin } of minutes)
			expect(new Set(minutes.filter((one) => one.toMin === toMin).map(({ world }) => world)).size).toBe(4);
		expect(room.step().nextStopMin).toBeNull();
		const injects = (team: string) =>
			room.part(`team:${team}`, 'view')!.projection.worlds[team]!.injects.map(({ inject }) => inject);
		expect(injects('one')).not.toContain('halting');
		expect(injects('two')).toContain('halting');
		await onTo(room, isOver(room));
		expect((await room.log()).filter(({ type }) => type === 'phaseEntered').length).toBeGreaterThan(3);
		expect(room.part('facilitator', 'view')!.projection.rounds.map(({ atMin }) => atMin)).toEqual([
			20, 60, 180
		]);
	});

	test('R82: a team that comes late finds its world at the minute of the others, as bots have played it', async () => {
		const room = await filled();
		await onTo(room, deciding(room, 2));
		const asked = await room.ask('p1', { type: 'formTeam', name: 'Latecomers' });
		expect(asked.kind).toBe('accepted');
		await room.join('player', 'Lou', 'team-4');
		await room.clock.pass(300);
		const late = room.part('team:team-4', 'view')!;
		expect(late.projection.worlds['team-4']!.minute).toBe(60);
		expect(room.part('team:team-4', 'clock')!.minute).toBe(60);
		expect(room.part('team:team-4', 'frame')!.minute).toBe(60);
		expect(Object.keys(late.projection.worlds)).toEqual(['team-4']);
		expect((await room.ask('p8', commit('paper'))).kind).toBe('accepted');
		await onTo(room, isOver(room));
		await room.until(() => room.part('team:team-4', 'hotWash') !== undefined);
		expect(room.faults).toEqual([]);
		// One decision at the same round as another team: the same world.
		const reopened = await openLiveRoom(room.store);
		expect(reopened.part('team:team-4', 'team')).toMatchObject({ name: 'Latecomers', roles: ['hospital'] });
	});

	test('R82: a team that is formed before the start has a world of its own from then on', async () => {
		const room = await filled();
		expect((await room.ask('p1', { type: 'formTeam', name: 'Fourth' })).kind).toBe('accepted');
		await onTo(room, deciding(room, 1));
		expect(room.part('team:team-4', 'frame')!.minute).toBe(20);
		for (let n = 5; n <= 12; n++) await room.ask('p1', { type: 'formTeam', name: `Team ${n}` });
		expect(await room.ask('p1', { type: 'formTeam', name: 'One too many' })).toMatchObject({
			refusal: { code: 'tooManyTeams', params: { most: 12 } }
		});
	});
});

describe('what is sent where teams play in worlds of their own', () => {
	test('R83: a team is sent its own world, whoever plays none that of bots, the staff the one they look at', async () => {
		const room = await played([['paper'], [], []]);
		const worlds = (feed: FeedKey) => Object.keys(room.part(feed, 'view')?.projection.worlds ?? {});
		for (const team of TEAMS) expect(worlds(`team:${team}`)).toEqual([team]);
		expect(worlds('stage')).toEqual(['bot.all']);
		expect(worlds('observer')).toEqual(['bot.all']);
		expect(worlds('facilitator')).toHaveLength(4);
		expect(room.part('staff:one', 'frame')).not.toEqual(room.part('staff:two', 'frame'));
		expect(room.part('staff:', 'frame')!.minute).toBe(room.part('stage', 'frame')!.minute);
		await room.ask('p1', { type: 'look', team: 'two' });
		expect(room.moves.at(-1)).toEqual({ person: 'p1', feeds: ['staff:two', 'facilitator', 'person:p1'] });
	});

	/** Every text of each part that a feed was ever sent, but those that go by the moment at which they are told. */
	function textsOf(room: Opened): Map<FeedKey, string[]> {
		const moments = ['clock', 'frame', 'map', 'mapWhole', 'ready'];
		return new Map(
			[...room.told].map(([feed, told]) => [
				feed,
				[...told].filter((text) => !moments.some((part) => text.startsWith(`${part}=`))).sort()
			])
		);
	}

	test('R84: what a team does changes nothing of what anybody outside it is sent, but the staff', async () => {
		const quiet = await played([[], ['paper'], []]);
		const busy = await played([['paper'], ['paper'], []]);
		const own = ['facilitator', 'team:one', 'person:p2', 'staff:one'];
		const [before, after] = [textsOf(quiet), textsOf(busy)];
		expect([...after.keys()].sort()).toEqual([...before.keys()].sort());
		const differing = [...before.keys()].filter(
			(feed) => JSON.stringify(before.get(feed)) !== JSON.stringify(after.get(feed))
		);
		expect(differing.filter((feed) => !own.includes(feed) && feed !== 'evaluator')).toEqual([]);
		// The check can fail: those who may know do get something else.
		expect(differing).toEqual(expect.arrayContaining(['facilitator', 'team:one', 'staff:one']));
	});

	test('R84: a headline went to all worlds at one minute with the same words, and waits for nothing that a team does', async () => {
		const room = await filled();
		await onTo(room, deciding(room, 3));
		const headlines = room.part('stage', 'headlines')!.map(({ inject }) => inject);
		const waiting = ['many-down', 'halting'];
		expect(headlines.filter((inject) => waiting.includes(inject))).toEqual([]);
		const text = { en: 'SECRET-said-to-all' };
		const inject = { inject: 'own', channel: 'post', from: 'Desk', title: text, body: text, to: null };
		const release = { type: 'releaseInject', payload: { inject } };
		expect((await room.ask('p1', { type: 'command', body: release })).kind).toBe('accepted');
		await room.clock.pass(300);
		expect(room.part('stage', 'headlines')!.map(({ inject }) => inject)).toEqual([...headlines, 'own']);
		expect(room.part('phone', 'headlines')!.at(-1)!.inject).toBe('own');
	});
});
