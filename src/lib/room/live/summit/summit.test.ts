import { describe, expect, test } from 'vitest';
import { foldLog } from '../../../exercise/log/evolve.ts';
import { readLog } from '../../../exercise/log/read-log.ts';
import { saveLog } from '../../../exercise/log/log-file.ts';
import { summitStateOf } from '../../../summit/log/negotiated.ts';
import type { FeedKey } from '../../feed/audience-key.ts';
import { agendaStanding } from '../../agenda/agenda.ts';
import { MemoryLogStore } from '../../store/memory-log-store.ts';
import { summitRoom, TEAMS, type SummitRoomOfPeople } from '../../testing/summit-room.ts';
import type { RoomSummary } from '../live-room-contract.ts';

const codeOf = (answer: Awaited<ReturnType<SummitRoomOfPeople['open']>>) => {
	if (answer.kind !== 'refused') return answer.kind;
	const { code, params } = answer.refusal;
	return code === 'notNegotiated' && 'because' in params ? params.because : code;
};
const MINE = { interests: [], redLine: 0, offer: null };
const add = (measure: string) => ({ edits: [{ kind: 'add' as const, measure }], to: null });

async function bargaining(): Promise<SummitRoomOfPeople> {
	const room = await summitRoom();
	await room.open();
	await room.lead('endOpening', {});
	await room.quiet();
	await room.lead('openBargaining', {});
	await room.quiet();
	return room;
}

describe('a summit in a room', () => {
	test('R256: begins from the incident as it was on record where none was played, bots in the chairs that nobody holds', async () => {
		const room = await summitRoom();
		expect(room.part('facilitator', 'summitOffer')).toMatchObject({ isAfterPlay: false });
		expect(codeOf(await room.open())).toBe('accepted');
		const { chairs, teams, shown } = room.view();
		expect(teams).toEqual(TEAMS);
		expect(Object.values(chairs).filter((holder) => holder === 'bot')).toHaveLength(6);
		// On record the release was taken back neither quickly nor late.
		expect(shown).toEqual([]);
		expect(room.part('facilitator', 'summitOffer')).toBeUndefined();
		expect(room.part('stage', 'stage')!.section).toBe('summit');
		expect(codeOf(await room.open())).toBe('notNow');
	});

	test('R256: where an incident was played, what was done in it decides who believes whom', async () => {
		const room = await summitRoom();
		await room.ask('p1', { type: 'setPace', stepsPerSecond: null });
		for (let n = 0; n < 30 && room.step().phase !== 'hotWash'; n++) {
			await room.goOn('p1');
			await room.until(() => room.step().step !== 'advance');
		}
		expect(room.part('facilitator', 'summitOffer')).toMatchObject({ isAfterPlay: true });
		await room.open();
		// Nobody took the release back.
		expect(room.view().shown.map(({ conduct }) => conduct)).toContain('late-roll-back');
	});

	test('R257: the lead of a team speaks for its chairs; others, other chairs and the steps are not theirs', async () => {
		const room = await summitRoom();
		await room.open();
		expect(codeOf(await room.say('p2', 'airline', 'makeStatement', MINE))).toBe('accepted');
		expect(codeOf(await room.say('p2', 'hospital-network', 'makeStatement', MINE))).toBe('accepted');
		expect(codeOf(await room.say('p3', 'airline', 'makeStatement', MINE))).toBe('notLead');
		expect(codeOf(await room.say('p2', 'security-vendor', 'makeStatement', MINE))).toBe('notForYou');
		expect(codeOf(await room.say('p2', 'bank', 'makeStatement', MINE))).toBe('notForYou');
		expect(codeOf(await room.say('p2', null, 'endOpening', {}))).toBe('notForYou');
		expect(codeOf(await room.say('p2', 'airline', 'endOpening', {}))).toBe('notForYou');
		expect(codeOf(await room.say('p6', 'airline', 'castVote', { vote: 'yes' }))).toBe('notForYou');
		// A team without a device.
		expect(codeOf(await room.say('p1', 'security-vendor', 'makeStatement', MINE))).toBe('accepted');
		expect(codeOf(await room.say('p1', 'bank', 'makeStatement', MINE))).toBe('notForYou');
	});

	test('R257: a bot takes a chair over and gives it back', async () => {
		const room = await summitRoom();
		await room.open();
		await room.lead('giveChair', { party: 'airline', team: null });
		expect(codeOf(await room.say('p2', 'airline', 'makeStatement', MINE))).toBe('notForYou');
		await room.quiet();
		expect(room.view().statements.airline).toBeDefined();
		await room.lead('giveChair', { party: 'airline', team: 'ward' });
		expect(room.view().teams.airline).toBe('ward');
	});

	test('R258: stands in the one log, which is read and replayed as any other', async () => {
		const store = new MemoryLogStore<RoomSummary>();
		const room = await summitRoom(store);
		await room.open();
		await room.say('p2', 'airline', 'makeStatement', MINE);
		await room.quiet();
		const events = await room.log();
		const state = summitStateOf(foldLog(events).negotiated);
		expect(state.statements.airline).toEqual(MINE);
		const text = saveLog({ events, results: [] });
		expect(readLog(text, 'log', () => room.exercise)).toMatchObject({ ok: true });
		const damaged = text.replace(
			'"type":"statementMade","party":"airline"',
			'"type":"statementMade","party":"circus"'
		);
		expect(readLog(damaged, 'log', () => room.exercise)).toMatchObject({
			faults: [{ code: 'notNegotiated', params: { because: 'unknownParty' } }]
		});
		await room.room.close();
		const again = await summitRoom(store);
		expect(again.view().statements).toEqual(room.view().statements);
		expect(again.part('facilitator', 'step')!.isPaused).toBe(false);
	});

	test('R343: a team hears which measures a refusal is about, and once more of its own proposal that ended with its round', async () => {
		const room = await bargaining();
		const isIn = (id: string) => room.view().text.items.some(({ measure }) => measure === id);
		const { id: free } = room.summit.measures.find(
			({ id, requires }) => !isIn(id) && requires.some((one) => !isIn(one))
		)!;
		expect(await room.say('p2', 'airline', 'amend', add(free))).toMatchObject({
			refusal: { params: { because: 'needs', measures: [free, expect.any(String)] } }
		});
		const { measure } = room.view().text.items.find(({ proposedBy }) => proposedBy !== 'airline')!;
		const edits = [{ kind: 'delay' as const, measure, laterMonths: 1 }];
		await room.say('p2', 'airline', 'amend', { edits, to: ['security-vendor'] });
		await room.lead('endRound', {});
		await room.clock.pass(300);
		const told = (feed: FeedKey) =>
			room.part(feed, 'summit')!.view.amendments.filter(({ by, round }) => by === 'airline' && round === 1);
		expect(told('team:ward')).toMatchObject([{ state: 'lapsed', edits }]);
		expect(told('team:makers')).toEqual([]);
		expect(told('stage')).toEqual([]);
	});

	test('R259: stands still while the room is paused, bots too', async () => {
		const room = await summitRoom();
		await room.open();
		await room.ask('p1', { type: 'pause' });
		const { version } = room.view();
		await room.clock.pass(5000);
		expect(room.view().version).toBe(version);
		expect(codeOf(await room.say('p2', 'airline', 'makeStatement', MINE))).toBe('paused');
		await room.ask('p1', { type: 'resume' });
		await room.quiet();
		expect(room.view().version).toBeGreaterThan(version);
	});

	test('R259: of two desks that press at once one takes the step; it is taken back until a person has spoken', async () => {
		const room = await summitRoom();
		await room.open();
		await room.lead('endOpening', {});
		await room.quiet();
		const from = { step: 'tabling', round: 0 };
		const body = { type: 'openBargaining', payload: {} };
		const press = () => room.ask('p1', { type: 'negotiate', party: null, body, from });
		expect([codeOf(await press()), codeOf(await press())]).toEqual(['accepted', 'alreadyMovedBy']);
		await room.quiet();
		const { undo } = room.part('facilitator', 'summit')!;
		expect(codeOf(await room.lead('undoStep', { of: undo! }))).toBe('accepted');
		expect(room.view().position.step).toBe('tabling');
		await room.lead('openBargaining', {});
		await room.say('p2', 'airline', 'amend', add('te-cert'));
		expect(room.part('facilitator', 'summit')!.undo).toBeNull();
	});

	test('R260: goes from statements to a ballot that ends it', async () => {
		const room = await bargaining();
		expect(codeOf(await room.say('p2', 'airline', 'amend', add('te-cert')))).toBe('accepted');
		await room.quiet();
		await room.lead('askPoll', {});
		for (const party of ['airline', 'hospital-network'])
			await room.say('p2', party, 'lean', { lean: 'yes', unless: null });
		await room.quiet();
		await room.lead('callBallot', {});
		await room.say('p2', 'airline', 'castVote', { vote: 'yes' });
		await room.quiet();
		expect(codeOf(await room.lead('closeBallot', {}))).toBe('notAllVoted');
		expect(codeOf(await room.lead('closeBallot', { withoutMissing: true }))).toBe('accepted');
		for (const feed of ['facilitator', 'stage', 'observer', 'team:ward'] as const)
			expect(room.part(feed, 'summit')!.view.result, feed).not.toBeNull();
		expect(room.part('team:ward', 'summit')!.opened.map(({ party }) => party)).not.toContain('airline');
		expect(room.part('stage', 'summit')!.opened).toEqual([]);
	}, 20_000);
});

describe('R285: while a summit goes on it is what moves', () => {
	const cue = (room: SummitRoomOfPeople) => room.part('facilitator', 'cue')!;
	const press = (room: SummitRoomOfPeople, by: string) =>
		room.ask(by, { type: 'nextCue', from: cue(room).key });

	test('what comes next is its next step, and of two presses one takes it', async () => {
		const room = await summitRoom();
		expect(cue(room).cue).toEqual({ kind: 'briefing' });
		await room.open();
		await room.quiet();
		expect(cue(room).cue).toEqual({ kind: 'summit', next: 'endOpening' });
		const { key } = cue(room);
		expect(codeOf(await room.ask('p1', { type: 'nextCue', from: key }))).toBe('accepted');
		expect(codeOf(await room.ask('p1', { type: 'nextCue', from: key }))).toBe('alreadyMovedBy');
		await room.quiet();
		const steps: string[] = [];
		for (let n = 0; n < 9 && cue(room).cue?.kind === 'summit'; n++) {
			steps.push(room.view().position.step);
			expect(codeOf(await press(room, 'p1'))).toBe('accepted');
			await room.quiet();
		}
		expect(steps).toEqual(['tabling', 'bargaining', 'bargaining', 'ballot']);
		expect(cue(room).cue).toEqual({ kind: 'briefing' });
	}, 20_000);

	test('a clicker cuts no chair short: it waits for statements and for votes', async () => {
		const room = await summitRoom();
		const stage = room.room.people().find(({ kind }) => kind === 'stage')!.id;
		await room.ask('p1', { type: 'handClicker', moves: true });
		await room.open();
		await room.quiet();
		expect(codeOf(await press(room, stage))).toBe('clickerWaits');
		for (const party of ['airline', 'hospital-network']) await room.say('p2', party, 'makeStatement', MINE);
		await room.say('p4', 'security-vendor', 'makeStatement', MINE);
		await room.quiet();
		// All have spoken: the measures are tabled by themselves.
		expect(room.view().position.step).toBe('tabling');
		expect(codeOf(await press(room, stage))).toBe('accepted');
		expect(room.view().position.step).toBe('bargaining');
	});
});

test('R287: while some talk aside those alone bargain, until all are called back', async () => {
	const room = await bargaining();
	const members = ['airline', 'bank'];
	expect(codeOf(await room.lead('openCaucus', { members }))).toBe('accepted');
	expect(room.view()).toMatchObject({ position: { step: 'caucus' }, caucus: members });
	expect(codeOf(await room.say('p2', 'hospital-network', 'amend', add('te-cert')))).toBe('notInCaucus');
	expect(codeOf(await room.say('p2', 'airline', 'amend', add('te-cert')))).toBe('accepted');
	const { key, cue } = room.part('facilitator', 'cue')!;
	expect(cue).toEqual({ kind: 'summit', next: 'closeCaucus' });
	expect(codeOf(await room.ask('p1', { type: 'nextCue', from: key }))).toBe('accepted');
	expect(room.view()).toMatchObject({ position: { step: 'bargaining' }, caucus: [] });
});

test('R286: a summit that is opened after the incident is in the agenda, and nobody is late for it', async () => {
	const room = await summitRoom();
	await room.ask('p1', { type: 'setPace', stepsPerSecond: null });
	for (let n = 0; n < 30 && room.step().phase !== 'hotWash'; n++) {
		await room.goOn('p1');
		await room.until(() => room.step().step !== 'advance');
	}
	const agenda = () => room.part('facilitator', 'agenda')!;
	const lateMin = () => agendaStanding(agenda(), room.clock.nowMs())!.lateMin;
	await room.until(() => agenda().sections[agenda().current ?? -1]?.id === 'hotWash');
	expect(agenda().sections.find(({ id }) => id === 'summit')).toMatchObject({ plannedMin: 0 });
	const before = lateMin();
	await room.open();
	await room.until(() => agenda().sections[agenda().current ?? -1]?.id === 'summit');
	expect(agenda().sections[agenda().current!]).toMatchObject({ plannedMin: 25 });
	expect(agenda().acceptedMin).toBe(25);
	// What the hot wash did not take is won, and no more.
	expect(lateMin()).toBeLessThanOrEqual(before);
});

test('R263: where no team holds a chair, as in a rehearsal, bots go through all of it; a facilitator only leads', async () => {
	const room = await summitRoom();
	await room.open({}, 1);
	await room.quiet();
	// The last statement leads on by itself.
	expect(room.view().position.step).toBe('tabling');
	await room.lead('openBargaining', {});
	await room.quiet();
	await room.lead('callBallot', {});
	await room.quiet();
	expect(room.view().turnout).toBe(9);
	expect(codeOf(await room.lead('closeBallot', {}))).toBe('accepted');
	expect(room.view().result).not.toBeNull();
}, 20_000);

describe('R261: who is shown what', () => {
	const OTHERS: readonly FeedKey[] = ['team:makers', 'stage', 'observer', 'phone'];

	test('a brief goes to those who speak for it and to the staff; phones are shown nothing but votes', async () => {
		const room = await bargaining();
		const brief = room.summit.parties.find(({ id }) => id === 'airline')!.brief.en.slice(0, 40);
		const told = [...room.sent].filter(([, text]) => text.includes(brief)).map(([feed]) => feed);
		expect(told.sort()).toEqual(['evaluator', 'facilitator', 'team:ward']);
		expect(room.sent.get('phone')).not.toContain('summit');
		const { parties, measures } = room.part('team:makers', 'summitFacts')!.summit;
		expect(parties.filter(({ budgetUsdMillion }) => budgetUsdMillion > 0).map(({ id }) => id)).toEqual([
			'security-vendor'
		]);
		expect(new Set(measures.flatMap(({ grades }) => Object.keys(grades)))).toEqual(
			new Set(['security-vendor'])
		);
		expect(Object.keys(room.part('team:makers', 'summit')!.worths)).toEqual(['security-vendor']);
	});

	test('an offer in confidence, leans and votes go to those concerned and to the staff', async () => {
		const room = await bargaining();
		const secret = { kind: 'delay', measure: room.view().text.items[0]!.measure, laterMonths: 113 } as const;
		await room.say('p2', 'airline', 'amend', { edits: [secret], to: ['bank'] });
		await room.quiet();
		await room.lead('askPoll', {});
		await room.say('p2', 'airline', 'lean', { lean: 'no', unless: null });
		await room.quiet();
		await room.lead('callBallot', {});
		await room.say('p2', 'airline', 'castVote', { vote: 'no' });
		await room.quiet();
		const sentTo = (feed: FeedKey) => (room.sent.get(feed) ?? '').replaceAll('\\"', '"');
		const saysOfAirline = /"type":"(leant|voted)","party":"airline"/;
		for (const feed of OTHERS) {
			const sent = sentTo(feed);
			expect(sent.includes('113'), feed).toBe(false);
			expect(saysOfAirline.test(sent), feed).toBe(false);
			expect(room.part(feed, 'summit')?.view.votes ?? null, feed).toBeNull();
			expect(room.part(feed, 'summit')?.view.trust ?? null, feed).toBeNull();
		}
		for (const feed of ['facilitator', 'evaluator', 'team:ward'] as const) {
			expect(sentTo(feed).includes('113'), feed).toBe(true);
			expect(saysOfAirline.test(sentTo(feed)), feed).toBe(true);
		}
	}, 20_000);

	test('words of a brief that were spoken are there for everybody who heard them', async () => {
		const room = await summitRoom();
		await room.open();
		await room.say('p2', 'airline', 'makeStatement', MINE);
		const { redLines } = room.summit.parties.find(({ id }) => id === 'airline')!;
		const { spoken } = room.part('team:makers', 'summit')!;
		expect(spoken.airline).toEqual({ redLines: { 0: redLines[0]!.text }, offers: {} });
		expect(spoken['hospital-network']).toEqual({ redLines: {}, offers: {} });
	});
});

describe('R262: the audience', () => {
	async function asked(room: SummitRoomOfPeople, votes: readonly number[]) {
		await room.ask('p1', {
			type: 'askAudience',
			asked: 'measure',
			question: 'Which one?',
			options: [
				{ text: 'A certificate', choice: 'te-cert' },
				{ text: 'A board', choice: 'go-board' }
			],
			seconds: null
		});
		const { id: ballot } = room.part('phone', 'ballot')!;
		for (const [n, option] of votes.entries()) await room.ask(`p${n + 6}`, { type: 'vote', ballot, option });
		await room.ask('p1', { type: 'closeBallot', ballot });
		const before = (await room.log()).length;
		await room.ask('p1', { type: 'revealBallot', ballot, winner: null, binds: false });
		return (await room.log()).slice(before);
	}

	test('is asked in an ordinary vote, and heard in the same append in which it is shown', async () => {
		const room = await bargaining();
		const fresh = await asked(room, [0, 0, 1]);
		expect(
			fresh.slice(0, 3).map((event) => (event.type === 'negotiated' ? event.entry.type : event.type))
		).toEqual(['ballotRevealed', 'audienceHeard', 'textChanged']);
		expect(room.view().heard).toMatchObject([{ asked: 'measure', choice: 'te-cert', weight: 3 }]);
		expect(room.view().text.items.find(({ measure }) => measure === 'te-cert')?.proposedBy).toBe('audience');
	});

	test('that is divided is heard as divided', async () => {
		const room = await bargaining();
		await asked(room, [0, 1]);
		expect(room.view().heard).toMatchObject([{ choice: null }]);
	});

	test('is asked what there is, and only while there is a summit', async () => {
		const room = await summitRoom();
		const question = (choice: string) =>
			room.ask('p1', {
				...{ type: 'askAudience', asked: 'believe', question: 'Whom?', seconds: null },
				options: [
					{ text: 'One', choice: 'airline' },
					{ text: 'Other', choice }
				]
			});
		expect(codeOf(await question('bank'))).toBe('notNow');
		await room.open();
		expect(codeOf(await question('te-cert'))).toBe('unknownOption');
		expect(codeOf(await question('bank'))).toBe('accepted');
	});

	test('weighs as much as the facilitator says', async () => {
		const room = await bargaining();
		await room.lead('weighAudience', { weight: 0 });
		await asked(room, [0]);
		expect(room.view().heard).toMatchObject([{ choice: 'te-cert', weight: 0 }]);
		expect(room.view().text.items.some(({ proposedBy }) => proposedBy === 'audience')).toBe(false);
	});
});
