import { describe, expect, test } from 'vitest';
import { openLiveRoom, SUMMARY } from '../../testing/live-room.ts';
import { codeOf, type Opened } from '../../testing/filled-room.ts';
import { playedPack } from '../../testing/played-pack.ts';

/** A cut for stages, and a question before anything happens, at the first stop and after the end. */
const PACK = playedPack(
	(text) =>
		`${text.replace('cuts:\n', "cuts:\n  - { id: stage, name: { en: Stage }, minutes: 5, stops: ['00:20', '01:00'], recoveryFrom: '01:00', for: stages }\n")}
questions:
  - { id: reached, at: before, text: { en: Did it reach you? }, options: [{ text: { en: 'Yes' } }, { text: { en: 'No' } }], seconds: 30 }
  - { id: first, at: '00:20', text: { en: What first? }, options: [{ text: { en: Take it back }, decision: roll-back }, { text: { en: Wait } }], seconds: 45 }
  - { id: pays, at: after, text: { en: Who pays? }, options: [{ text: { en: We }, }, { text: { en: They } }], seconds: 45 }
`
);
const STAGE = {
	...SUMMARY,
	setup: { ...SUMMARY.setup, cut: 'stage', teams: [{ id: 'hall', name: 'The audience', roles: ['vendor'] }] }
};

/** A presenter's room: p1 at the desk, p2 the stage with the clicker, p3 to p5 phones. */
async function presented(summary = STAGE): Promise<Opened> {
	const room = await openLiveRoom(undefined, { pack: PACK, summary });
	await room.join('facilitator', 'Fay');
	await room.join('stage', '');
	for (let n = 0; n < 3; n++) await room.join('phone', '');
	for (const id of ['p1', 'p2', 'p3', 'p4', 'p5']) room.room.presence(id, true);
	await room.ask('p1', { type: 'setPace', stepsPerSecond: null });
	await room.clock.pass(300);
	return room;
}

const cue = (room: Opened) => room.part('stage', 'cue')!;
/** Presses the clicker, and waits until time stands. */
async function click(room: Opened, by = 'p2') {
	const answer = await room.ask(by, { type: 'nextCue', from: cue(room).key });
	await room.until(() => room.step().step !== 'advance' || room.step().isPaused);
	await room.clock.pass(300);
	return answer;
}
const vote = (room: Opened, person: string, option: number) =>
	room.ask(person, { type: 'vote', ballot: room.part('phone', 'ballot')!.id, option });

describe('R199: a presenter goes from the welcome to the thanks by one key', () => {
	test('each press does what comes next, and what won is decided', async () => {
		const room = await presented();
		const kinds: string[] = [];
		for (let n = 0; n < 30 && cue(room).cue !== null; n++) {
			const { kind } = cue(room).cue!;
			kinds.push(kind);
			if (kind === 'closeVote' && room.part('phone', 'ballot')!.question === 'What first?')
				for (const person of ['p3', 'p4', 'p5']) await vote(room, person, person === 'p5' ? 1 : 0);
			expect(codeOf(await click(room)), kind).toBe('accepted');
		}
		expect(kinds).toEqual([
			...['briefing', 'ask', 'closeVote', 'reveal', 'run'],
			...['ask', 'closeVote', 'reveal', 'run', 'run'],
			...['show', 'ask', 'closeVote', 'reveal', 'show']
		]);
		const decided = (await room.log()).filter(({ type }) => type === 'decisionCommitted');
		expect(decided).toMatchObject([{ decision: 'roll-back' }]);
		expect(room.part('stage', 'stage')!.section).toBe('thanks');
	});

	test('where votes are equal the result is shown, and nothing is decided by it', async () => {
		const room = await presented();
		while (room.part('phone', 'ballot')?.question !== 'What first?') await click(room);
		await vote(room, 'p3', 0);
		await vote(room, 'p4', 1);
		await click(room);
		expect(codeOf(await click(room))).toBe('accepted');
		expect(room.part('stage', 'ballot')!.state).toBe('revealed');
		expect((await room.log()).some(({ type }) => type === 'decisionCommitted')).toBe(false);
	});

	test('two presses at once move it by one, and while time passes a press does nothing', async () => {
		const room = await presented();
		const { key } = cue(room);
		expect(codeOf(await room.ask('p2', { type: 'nextCue', from: key }))).toBe('accepted');
		expect(codeOf(await room.ask('p1', { type: 'nextCue', from: key }))).toBe('alreadyMovedBy');
		await room.ask('p1', { type: 'setPace', stepsPerSecond: 0.1 });
		while (room.step().step !== 'advance') {
			await room.ask('p2', { type: 'nextCue', from: cue(room).key });
			await room.clock.pass(300);
		}
		expect(cue(room).cue).toBeNull();
	});

	test('a question that was taken back can be asked again, and one that was asked is not', async () => {
		const room = await presented();
		await click(room);
		await click(room);
		await room.ask('p1', { type: 'takeBallotBack', ballot: room.part('phone', 'ballot')!.id });
		await room.clock.pass(300);
		expect(cue(room).cue).toMatchObject({ kind: 'ask' });
		await room.room.close();
		const again = await openLiveRoom(room.store, { pack: PACK });
		expect(again.part('facilitator', 'questions')!.map(({ isAsked }) => isAsked)).toEqual([
			false,
			false,
			false
		]);
	});

	test('what the stage shows meanwhile takes no press away', async () => {
		const room = await presented();
		const { key } = cue(room);
		await room.ask('p1', { type: 'show', section: 'rules' });
		expect(codeOf(await room.ask('p2', { type: 'nextCue', from: key }))).toBe('accepted');
	});

	test('an urgent message opens no round: an audience is asked at the stops alone', async () => {
		const room = await presented();
		for (let n = 0; n < 30 && room.step().phase !== 'hotWash'; n++) await click(room);
		expect(room.part('facilitator', 'view')!.projection.rounds.map(({ atMin }) => atMin)).toEqual([20, 60]);
		expect(
			(await room.log()).some((event) => event.type === 'injectReleased' && event.inject === 'halting')
		).toBe(true);
	});

	test('which question comes is told to the desk alone', async () => {
		const room = await presented();
		while (room.step().step !== 'situation') await click(room);
		expect(room.part('facilitator', 'cue')!.cue).toEqual({ kind: 'ask', question: 'first' });
		for (const feed of ['stage', 'phone', 'observer', 'team:hall'] as const)
			expect(room.sent.get(feed)).not.toContain('What first?');
	});
});

describe('R200: a clicker moves the exercise only where it is handed that', () => {
	const WORKSHOP = { ...STAGE, setup: { ...SUMMARY.setup } };

	test('in a workshop it waits, and the desk is told; the desk’s own press goes on', async () => {
		const room = await presented(WORKSHOP);
		expect(cue(room).clickerMoves).toBe(false);
		expect(codeOf(await click(room))).toBe('clickerWaits');
		expect(room.part('facilitator', 'cue')!.clickerWaits).toBe(true);
		expect(codeOf(await click(room, 'p1'))).toBe('accepted');
		expect(room.part('facilitator', 'cue')!.clickerWaits).toBe(false);
	});

	test('handed it, it goes on, but closes nothing over the heads of teams', async () => {
		const room = await presented(WORKSHOP);
		await room.ask('p1', { type: 'handClicker', moves: true });
		await click(room);
		await click(room);
		expect(room.step().phase).toBe('preparation');
		expect(codeOf(await click(room))).toBe('clickerWaits');
		for (const { id } of room.part('facilitator', 'desk')!.teams)
			await room.ask('p1', { type: 'setReadyFor', team: id, ready: true });
		expect(codeOf(await click(room))).toBe('accepted');
	});

	test('an observer and a player move nothing', async () => {
		const room = await presented();
		await room.join('observer', '');
		expect(codeOf(await click(room, 'p6'))).toBe('notForYou');
		expect(codeOf(await click(room, 'p3'))).toBe('notForYou');
	});
});
