import { describe, expect, test } from 'vitest';
import type { FeedKey } from '../../feed/audience-key.ts';
import type { RequestBody } from '../../protocol/requests.ts';
import { openLiveRoom, PARALLEL } from '../../testing/live-room.ts';
import { playedPack } from '../../testing/played-pack.ts';
import { MemoryLogStore } from '../../store/memory-log-store.ts';

type Opened = Awaited<ReturnType<typeof openLiveRoom>>;

const commit = (decision: string): RequestBody => ({
	type: 'command',
	body: { type: 'commitDecision', payload: { decision, rationale: `SECRET ${decision}`, confidencePct: 80 } }
});
const TEAMS = ['one', 'two', 'three'];
/** Leads of the teams, in their order. */
const LEADS = ['p2', 'p3', 'p4'];

/** A facilitator (p1), the leads of three teams that play the same ward, and one of each other kind. */
async function filled(pack = playedPack()): Promise<Opened> {
	const room = await openLiveRoom(new MemoryLogStore(), { summary: PARALLEL, pack });
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
/** Wherever it stands next. */
function nextStop(room: Opened) {
	const from = JSON.stringify([room.step().phase, room.step().step, room.step().round]);
	return () => JSON.stringify([room.step().phase, room.step().step, room.step().round]) !== from;
}
const isOver = (room: Opened) => () => room.step().phase === 'hotWash';

/** Plays to the end; what each team decides in round 1. */
async function played(
	choices: readonly (readonly string[])[],
	look: (room: Opened) => void = () => {}
): Promise<Opened> {
	const room = await filled();
	await onTo(room, deciding(room, 1));
	for (const [n, decisions] of choices.entries())
		for (const decision of decisions)
			expect((await room.ask(LEADS[n]!, commit(decision))).kind, decision).toBe('accepted');
	while (!isOver(room)()) {
		await room.clock.pass(300);
		look(room);
		await onTo(room, nextStop(room));
	}
	await room.until(() => TEAMS.every((team) => room.part(`team:${team}`, 'hotWash') !== undefined));
	look(room);
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

	test('R83: of the roles that bots play in its world a team is told no message, no decision and no card', async () => {
		const toMakers = `injects:
  - { id: telemetry, at: '00:10', channel: ticket, from: Makers’ desk, role: vendor, title: { en: SECRET SIGNAL }, body: { en: For the makers alone. } }
  - { id: ward-calls, at: '00:10', channel: phoneCall, from: Ward 9, role: hospital, title: { en: Ours }, body: { en: For the ward. } }
`;
		const room = await filled(playedPack((text) => text.replace('injects:\n', () => toMakers)));
		await onTo(room, deciding(room, 3));
		const seen = (feed: FeedKey, world: string) => room.part(feed, 'view')!.projection.worlds[world]!;
		const own = seen('team:one', 'one');
		expect(own.injects.map(({ inject }) => inject)).toContain('ward-calls');
		expect(own.injects.map(({ inject }) => inject)).not.toContain('telemetry');
		expect(own.decisions).toEqual([]);
		expect(Object.keys(own.standings)).not.toContain('roll-back');
		expect([...room.told.get('team:one')!].join()).not.toContain('SECRET SIGNAL');
		// The maker's bot has acted by then, and the staff know both.
		const asStaff = seen('facilitator', 'one');
		expect(asStaff.injects.map(({ inject }) => inject)).toContain('telemetry');
		expect(asStaff.decisions.map(({ decision }) => decision)).toContain('roll-back');
	});

	/** What each feed holds, by feed and part; a picture of a map is told against an earlier one, and goes by the moment. */
	function held(room: Opened): Map<string, string> {
		return new Map(
			[...room.feeds].flatMap(([feed, parts]) =>
				[...parts]
					.filter(([part]) => part !== 'mapWhole' && !part.startsWith('map:'))
					.map(([part, text]) => [`${feed} ${part}`, text] as const)
			)
		);
	}

	/** Every text that each feed was ever sent, of the parts that do not go by the moment at which they are told. */
	function everSent(room: Opened): Map<string, string> {
		const moments = ['clock=', 'frame=', 'map:', 'mapWhole=', 'view='];
		const isLasting = (text: string) => !moments.some((part) => text.startsWith(part));
		return new Map(
			[...room.told].map(([feed, told]) => [
				`${feed} ever`,
				JSON.stringify([...told].filter(isLasting).sort())
			])
		);
	}

	test('R84: what a team does changes nothing of what anybody outside it is sent, but the staff', async () => {
		const looks: Map<string, string>[][] = [];
		for (const choice of [[], ['paper']]) {
			const look: Map<string, string>[] = [];
			const room = await played([choice, ['paper'], []], (now) => look.push(held(now)));
			looks.push([...look, everSent(room)]);
		}
		const [quiet, busy] = looks as [Map<string, string>[], Map<string, string>[]];
		expect(busy.map((look) => [...look.keys()].sort())).toEqual(quiet.map((look) => [...look.keys()].sort()));
		const differing = new Set(
			quiet.flatMap((look, n) => [...look.keys()].filter((place) => look.get(place) !== busy[n]!.get(place)))
		);
		// Whoever is none of these: a new kind of audience is held to it without anybody's thinking of it.
		const mayKnow = ['team:one', 'person:p2', 'facilitator', 'evaluator', 'staff:one'];
		const feedOf = (place: string) => place.split(' ')[0]!;
		expect([...differing].filter((place) => !mayKnow.includes(feedOf(place)))).toEqual([]);
		// The check can fail: those who may know do get something else.
		expect([...differing].map(feedOf)).toEqual(
			expect.arrayContaining(['team:one', 'facilitator', 'staff:one'])
		);
	});

	test('R84: a headline went to all worlds at one minute with the same words, and waits for nothing that a team does', async () => {
		const room = await filled();
		await onTo(room, deciding(room, 3));
		const headlines = room.part('stage', 'headlines')!.map(({ inject }) => inject);
		const waiting = ['many-down', 'halting'];
		expect(headlines.filter((inject) => waiting.includes(inject))).toEqual([]);
		const title = { en: 'Said to all' };
		const text = { channel: 'ticket', from: 'Desk', title, body: title, to: null };
		const writes = { type: 'writeInject', payload: { inject: 'own', text, atMin: null, corrects: null } };
		expect((await room.ask('p1', { type: 'command', body: writes })).kind).toBe('accepted');
		const release = { type: 'releaseInject', inject: 'own', revision: 1, landsMin: null } as const;
		expect((await room.ask('p1', release)).kind).toBe('accepted');
		await room.clock.pass(300);
		expect(room.part('stage', 'headlines')!.map(({ inject }) => inject)).toEqual([...headlines, 'own']);
		expect(room.part('phone', 'headlines')!.at(-1)!.inject).toBe('own');
	});
});

describe('teams beside each other', () => {
	const show = (section: 'comparison' | 'findings') => ({ type: 'show', section }) as const;
	const allow = (shows: string): RequestBody => ({
		type: 'command',
		body: { type: 'allowStanding', payload: { shows } }
	});

	test('R85: while teams play, nothing is compared before the facilitator allows it, and then only so much', async () => {
		const room = await filled();
		await onTo(room, deciding(room, 2));
		expect(await room.ask('p1', show('comparison'))).toMatchObject({ refusal: { code: 'notAllowedYet' } });
		expect(room.part('stage', 'comparison')).toBeUndefined();
		await room.ask('p1', allow('progress'));
		await room.ask('p2', { type: 'setReady', ready: true });
		const progress = room.part('stage', 'comparison')!;
		expect(progress.teams.map(({ isReady, figures, name }) => [isReady, figures, name])).toEqual([
			[true, null, null],
			[false, null, null],
			[false, null, null]
		]);
		await room.ask('p1', allow('figures'));
		const figures = room.part('observer', 'comparison')!.teams;
		expect(figures.map(({ figures }) => figures!.service.at(-1)!.minute)).toEqual([60, 60, 60]);
		expect(figures.every(({ name }) => name === null)).toBe(true);
		await room.ask('p1', allow('names'));
		expect(room.part('stage', 'comparison')!.teams.map(({ name }) => name)).toEqual([
			'Ward one',
			'Ward two',
			'Ward three'
		]);
		await room.ask('p1', allow('nothing'));
		expect(room.part('stage', 'comparison')).toBeUndefined();
		expect((await room.log()).filter(({ type }) => type === 'standingAllowed')).toHaveLength(4);
		for (const feed of ['phone', 'door', 'team:one', 'evaluator'] as const)
			expect([...(room.told.get(feed) ?? [])].some((text) => text.startsWith('comparison='))).toBe(false);
	});

	test('R86: each team has its own finding at once and alone; others’ come a minute later, without names', async () => {
		const room = await played([['paper'], [], []]);
		expect(room.part('team:one', 'hotWash')!.hotWash.timeLine.roles[0]!.decisions).toHaveLength(1);
		expect(room.part('team:two', 'hotWash')!.hotWash.timeLine.roles[0]!.decisions).toHaveLength(0);
		expect(room.part('stage', 'comparison')).toBeUndefined();
		expect(await room.ask('p1', show('findings'))).toMatchObject({ refusal: { code: 'ownFindingFirst' } });
		await room.clock.pass(60_000);
		expect((await room.ask('p1', show('comparison'))).kind).toBe('accepted');
		const { teams, endMin } = room.part('stage', 'comparison')!;
		expect(teams.map(({ number, name }) => [number, name])).toEqual([
			[1, null],
			[2, null],
			[3, null]
		]);
		expect(teams.map(({ figures }) => figures!.decisions.length)).toEqual([1, 0, 0]);
		expect(teams[0]!.figures!.service.at(-1)!.minute).toBe(endMin);
		await room.ask('p1', show('findings'));
		expect(room.part('stage', 'findings')!.map(({ team, name }) => [team, name])).toEqual(
			TEAMS.map(() => ['', ''])
		);
	});

	test('R86: others’ findings come at once where every team has read its own', async () => {
		const room = await played([[], [], []]);
		for (const lead of LEADS.slice(0, 2)) await room.ask(lead, { type: 'setReady', ready: true });
		expect(room.part('stage', 'comparison')).toBeUndefined();
		await room.ask(LEADS[2]!, { type: 'setReady', ready: true });
		await room.clock.pass(300);
		expect(room.part('stage', 'comparison')).toBeDefined();
	});
});
