import { describe, expect, test } from 'vitest';
import type { RequestBody } from '../../protocol/requests.ts';
import { openLiveRoom, PARALLEL } from '../../testing/live-room.ts';
import type { FeedKey } from '../../feed/audience-key.ts';

type Opened = Awaited<ReturnType<typeof openLiveRoom>>;

/** A room with two desks (p1, p2), a lead in the ward (p3) and one of the makers (p4), an evaluator (p5), at round 1. */
async function deciding(): Promise<Opened> {
	const room = await openLiveRoom();
	await room.join('facilitator', 'Fay');
	await room.join('facilitator', 'Gus');
	await room.join('player', 'Ana', 'ward');
	await room.join('player', 'Mo', 'makers');
	await room.join('evaluator', 'Eve');
	for (const id of ['p1', 'p2', 'p3', 'p4', 'p5']) room.room.presence(id, true);
	await room.clock.pass(300);
	await room.ask('p1', { type: 'setPace', stepsPerSecond: null });
	for (let n = 0; n < 8 && room.step().step !== 'decide'; n++) {
		await room.goOn('p1');
		await room.until(() => room.step().step !== 'advance');
	}
	return room;
}

const text = (title: string, to: string[] | null = null) => ({
	...{ channel: 'ticket', from: 'The desk', to },
	...{ title: { en: title }, body: { en: `${title}, in full` } }
});
const command = (type: string, payload: Record<string, unknown>): RequestBody => ({
	type: 'command',
	body: { type, payload }
});
const write = (inject: string, title: string, to: string[] | null = null, atMin: number | null = null) =>
	command('writeInject', { inject, text: text(title, to), atMin, corrects: null });
const release = (inject: string, revision: number, landsMin: number | null = null): RequestBody => ({
	...{ type: 'releaseInject', inject, revision, landsMin }
});
const codeOf = (answer: Awaited<ReturnType<Opened['ask']>>) =>
	answer.kind === 'refused' ? answer.refusal.code : answer.kind;
const injectsOf = (room: Opened, feed: FeedKey) =>
	Object.values(room.part(feed, 'view')!.projection.worlds)[0]!.injects;
const minuteOf = (room: Opened, feed: FeedKey, inject: string) =>
	injectsOf(room, feed).find((one) => one.inject === inject)?.atMin;

/** The room with time running slowly: a step of its grid in two seconds. */
async function running(): Promise<Opened> {
	const room = await deciding();
	await room.ask('p1', { type: 'setPace', stepsPerSecond: 0.5 });
	await room.goOn('p1');
	await room.until(() => room.part('facilitator', 'clock')!.minute > 20);
	return room;
}

describe('the plan of a room', () => {
	test('R71: of an edit and a release at once one whole text goes out, and the other is a draft', async () => {
		const room = await deciding();
		await room.ask('p1', write('mine', 'First text'));
		const [released, edited] = await Promise.all([
			room.ask('p1', release('mine', 1)),
			room.ask('p2', command('editInject', { inject: 'mine', text: text('Second text'), base: 1 }))
		]);
		expect(codeOf(released)).toBe('accepted');
		expect(codeOf(edited)).toBe('keptAsDraft');
		for (const feed of ['facilitator', 'team:ward', 'stage'] as const)
			expect(injectsOf(room, feed).find((one) => one.inject === 'mine')).toMatchObject(text('First text'));
		const draft = edited.kind === 'refused' && (edited.refusal.params as { draft: string }).draft;
		expect(room.part('facilitator', 'view')!.projection.plan).toContainEqual(
			expect.objectContaining({ inject: draft, text: text('Second text'), corrects: 'mine' })
		);
		expect(room.sent.get('team:ward')).not.toContain('Second text');
	});

	test('R71: the other way round the release is refused, with the text that it has not read', async () => {
		const room = await deciding();
		await room.ask('p1', write('mine', 'First text'));
		await room.ask('p2', command('editInject', { inject: 'mine', text: text('Second text'), base: 1 }));
		const answer = await room.ask('p1', release('mine', 1));
		expect(answer).toMatchObject({
			refusal: { code: 'injectChanged', params: { revision: 2, text: text('Second text') } }
		});
	});

	test('R72: what is released while time runs lands where the button said, on every screen', async () => {
		const room = await running();
		await room.ask('p1', write('mine', 'By hand'));
		const { minute } = room.part('facilitator', 'clock')!;
		expect(codeOf(await room.ask('p1', release('mine', 1, minute + 1)))).toBe('accepted');
		for (const feed of ['facilitator', 'evaluator', 'team:ward', 'team:makers', 'stage', 'observer'] as const)
			expect(minuteOf(room, feed, 'mine')).toBe(minute + 1);
		expect(room.part('phone', 'headlines')!.at(-1)).toMatchObject({ inject: 'mine', atMin: minute + 1 });
		// Time goes on from there.
		await room.until(() => room.part('facilitator', 'clock')!.minute > minute + 2);
		const landed = (await room.log()).filter(
			(event) => event.type === 'injectReleased' && event.inject === 'mine'
		);
		expect(landed).toHaveLength(1);
	});

	test('R72: what is released while the exercise is paused goes out when it goes on, also after a restart', async () => {
		const room = await running();
		await room.ask('p1', write('mine', 'By hand'));
		await room.ask('p1', write('other', 'Not this one'));
		await room.ask('p1', { type: 'pause' });
		await room.ask('p1', release('mine', 1));
		await room.ask('p1', release('other', 1));
		await room.ask('p1', { type: 'callOffRelease', inject: 'other' });
		expect(room.part('facilitator', 'plan')!.waiting).toEqual(['mine']);
		expect(minuteOf(room, 'team:ward', 'mine')).toBeUndefined();
		const { minute } = room.part('facilitator', 'clock')!;
		await room.room.close();

		const again = await openLiveRoom(room.store);
		expect(again.part('facilitator', 'plan')!.waiting).toEqual(['mine']);
		await again.ask('p1', { type: 'resume' });
		expect(minuteOf(again, 'team:ward', 'mine')).toBe(minute);
		expect(minuteOf(again, 'team:ward', 'other')).toBeUndefined();
		expect(again.part('facilitator', 'plan')).toMatchObject({ waiting: [], by: { mine: 'Fay' } });
	});

	test('R73: what is written for a role reaches that role and the staff, and nobody else', async () => {
		const room = await deciding();
		await room.ask('p1', write('secret', 'SECRET-title', ['hospital']));
		await room.ask('p1', write('later', 'SECRET-later', null, 170));
		await room.ask('p1', command('parkInject', { inject: 'first-call', base: 0 }));
		const hidden: FeedKey[] = ['team:ward', 'team:makers', 'stage', 'observer', 'phone', 'door'];
		for (const feed of hidden) expect(room.sent.get(feed) ?? '').not.toContain('SECRET');
		await room.ask('p1', release('secret', 1));
		expect(room.sent.get('team:ward')).toContain('SECRET-title');
		expect(room.sent.get('evaluator')).toContain('SECRET-title');
		for (const feed of hidden.slice(1)) expect(room.sent.get(feed) ?? '').not.toContain('SECRET');
	});

	test('R73: a message to everybody that was written in the room is a headline like any other', async () => {
		const room = await deciding();
		await room.ask('p1', write('mine', 'To all'));
		await room.ask('p1', release('mine', 1));
		for (const feed of ['stage', 'observer', 'phone'] as const)
			expect(room.part(feed, 'headlines')!.map(({ inject }) => inject)).toContain('mine');
	});

	test('who writes at what is told to the desks while they do', async () => {
		const room = await deciding();
		await room.ask('p2', { type: 'writeAt', inject: 'first-call' });
		const writing = () => room.part('facilitator', 'plan')!.writing;
		expect(writing()).toEqual([{ inject: 'first-call', person: 'p2', name: 'Gus' }]);
		room.room.presence('p2', false);
		await room.clock.pass(600);
		expect(writing()).toEqual([]);
	});

	test('a condition is told to the desk with the value that it stands at, and to nobody else', async () => {
		const room = await deciding();
		const { halting } = room.part('facilitator', 'conditions')!;
		expect(halting).toMatchObject({
			text: "world.down > 100 and not taken('paper')",
			terms: [{ name: 'world.down' }, { name: 'taken(paper)', now: false }]
		});
		for (const feed of ['evaluator', 'team:ward', 'stage'] as const)
			expect(room.part(feed, 'conditions')).toBeUndefined();
	});
});

describe('R74: the step that was taken last', () => {
	const undoOf = (room: Opened) => room.part('facilitator', 'plan')!.undo;

	test('is taken back, and named with the time at which it was taken', async () => {
		const room = await deciding();
		expect(undoOf(room)).toMatchObject({ phase: 'incident', step: 'decide' });
		expect(undoOf(room)!.atMs).not.toBeNull();
		expect(codeOf(await room.ask('p2', { type: 'undo', of: undoOf(room)!.of }))).toBe('accepted');
		expect(room.step()).toMatchObject({ step: 'situation', round: 1 });
		expect(undoOf(room)).toBeNull();
		await room.goOn('p1');
		expect(room.step()).toMatchObject({ step: 'decide', round: 1 });
	});

	test('stays once a member has advised, and the desk is told who', async () => {
		const room = await deciding();
		const { of } = undoOf(room)!;
		await room.ask('p3', { type: 'advise', decision: 'paper', confidencePct: null, rationale: null });
		expect(await room.ask('p1', { type: 'undo', of })).toMatchObject({
			refusal: { code: 'cannotUndo', params: { because: 'advised', who: 'Ana' } }
		});
		expect(room.step().step).toBe('decide');
	});

	test('stays once a team has decided, and the desk is told which', async () => {
		const room = await deciding();
		const { of } = undoOf(room)!;
		const commit = { world: 'shared', decision: 'paper', rationale: null, confidencePct: null };
		expect(codeOf(await room.ask('p3', command('commitDecision', commit)))).toBe('accepted');
		expect(await room.ask('p1', { type: 'undo', of })).toMatchObject({
			refusal: { code: 'cannotUndo', params: { because: 'committed', who: 'Ward' } }
		});
	});

	test('is not offered where time runs', async () => {
		expect(undoOf(await running())).toBeNull();
	});
});

test('R34: while all advise, decide and get ready at once the desk’s next step is taken, and nobody is told to look again', async () => {
	const room = await deciding();
	for (let n = 0; n < 8; n++) await room.join('player', `Member ${n}`, n % 2 === 0 ? 'ward' : 'makers');
	const members = room.room.people().filter(({ kind }) => kind === 'player');
	expect(members).toHaveLength(10);
	const advice = { type: 'advise', decision: null, confidencePct: 50, rationale: 'Wait' } as const;
	const paper = { world: 'shared', decision: 'paper', rationale: null, confidencePct: null };
	const answers = await Promise.all([
		...members.slice(0, 5).map(({ id }) => room.ask(id, advice)),
		room.ask('p3', command('commitDecision', paper)),
		room.goOn('p1'),
		...members.slice(5).map(({ id }) => room.ask(id, advice)),
		room.ask('p4', { type: 'setReady', ready: true })
	]);
	// Who comes after the step is told that decisions are closed; nobody is behind.
	expect(answers.map(({ kind }) => kind)).not.toContain('behind');
	expect(answers.slice(0, 7).map(codeOf)).toEqual(Array.from({ length: 7 }, () => 'accepted'));
	for (const late of answers.slice(7)) expect(['accepted', 'notNow']).toContain(codeOf(late));
	await room.until(() => room.step().step !== 'decide');
});

test('R70: where each team plays in a world of its own a message goes out in all of them, once and at the same minute', async () => {
	const room = await openLiveRoom(undefined, { summary: PARALLEL });
	await room.join('facilitator', 'Fay');
	for (const team of ['one', 'two', 'three']) await room.join('player', `Lead of ${team}`, team);
	for (const id of ['p1', 'p2', 'p3', 'p4']) room.room.presence(id, true);
	await room.ask('p1', { type: 'setPace', stepsPerSecond: null });
	for (let n = 0; n < 8 && room.step().step !== 'decide'; n++) {
		await room.goOn('p1');
		await room.until(() => room.step().step !== 'advance');
	}
	await room.ask('p1', write('mine', 'To all worlds'));
	expect(codeOf(await room.ask('p1', release('mine', 1)))).toBe('accepted');
	const out = (await room.log()).flatMap((event) =>
		event.type === 'injectReleased' && event.inject === 'mine' ? [`${event.world} ${event.atMin}`] : []
	);
	const worlds = Object.keys(room.part('facilitator', 'view')!.projection.worlds);
	expect(out.toSorted()).toEqual(worlds.map((world) => `${world} 20`).toSorted());
	for (const team of ['one', 'two', 'three'] as const) {
		const seen = Object.values(room.part(`team:${team}`, 'view')!.projection.worlds);
		expect(
			seen.flatMap(({ injects }) => injects).filter(({ inject }) => inject === 'mine').length
		).toBeGreaterThan(0);
	}
	expect(codeOf(await room.ask('p1', command('parkInject', { inject: 'mine', base: 1 })))).toBe(
		'alreadyReleased'
	);
});
