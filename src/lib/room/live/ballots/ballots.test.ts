import { describe, expect, test } from 'vitest';
import type { RequestBody } from '../../protocol/requests.ts';
import { openLiveRoom, ROOM_ID } from '../../testing/live-room.ts';

type Opened = Awaited<ReturnType<typeof openLiveRoom>>;
type OpenBallot = Extract<RequestBody, { type: 'openBallot' }>;

/** A facilitator (p1), two of the ward (p2, p3), one of the makers (p4), and phones from p5 on. */
async function filled(phones = 6): Promise<Opened> {
	const room = await openLiveRoom();
	await room.join('facilitator', 'Fay');
	await room.join('player', 'Ana', 'ward');
	await room.join('player', 'Ben', 'ward');
	await room.join('player', 'Mo', 'makers');
	for (let n = 0; n < phones; n++) await room.join('phone', '');
	for (const { id } of room.room.people()) room.room.presence(id, true);
	await room.clock.pass(300);
	return room;
}

const PHONES = ['p5', 'p6', 'p7', 'p8', 'p9', 'p10'];
const ballot = (more: Partial<OpenBallot> = {}): OpenBallot => ({
	type: 'openBallot',
	question: 'What first?',
	options: ['Take it back', 'Pause and look', 'Wait'].map((text) => ({ text, decision: null })),
	to: 'audience',
	seconds: null,
	...more
});
const bound = (): OpenBallot =>
	ballot({
		options: [
			{ text: 'Take it back', decision: 'roll-back' },
			{ text: 'Wait', decision: null }
		]
	});
const idOf = (room: Opened) => room.part('facilitator', 'ballot')!.id;
const vote = (room: Opened, person: string, option: number) =>
	room.ask(person, { type: 'vote', ballot: idOf(room), option });
const close = (room: Opened) => room.ask('p1', { type: 'closeBallot', ballot: idOf(room) });
const reveal = (room: Opened, winner: number | null = null, binds = true) =>
	room.ask('p1', { type: 'revealBallot', ballot: idOf(room), winner, binds });
const codeOf = (answer: Awaited<ReturnType<Opened['ask']>>) =>
	answer.kind === 'refused' ? answer.refusal.code : answer.kind;

/** On to the first round's open decisions. */
async function deciding(room: Opened): Promise<void> {
	await room.ask('p1', { type: 'setPace', stepsPerSecond: null });
	for (let n = 0; n < 8 && room.step().step !== 'decide'; n++) {
		await room.goOn('p1');
		await room.until(() => room.step().step !== 'advance');
	}
}

describe('a vote', () => {
	test('is asked of those who may vote, and shown on the stage', async () => {
		const room = await filled();
		await room.ask('p1', ballot({ seconds: 45 }));
		expect(room.part('stage', 'stage')!.section).toBe('ballot');
		for (const feed of ['phone', 'stage', 'observer', 'facilitator'] as const)
			expect(room.part(feed, 'ballot'), feed).toMatchObject({
				...{ question: 'What first?', options: ['Take it back', 'Pause and look', 'Wait'] },
				...{ state: 'open', turnout: null, votes: null, winners: [] }
			});
		expect(room.part('phone', 'ballot')!.endsAtMs! - room.clock.nowMs()).toBeGreaterThan(44_000);
		for (const feed of ['team:ward', 'door', 'evaluator'] as const)
			expect(room.part(feed, 'ballot'), feed).toBeUndefined();
		expect(codeOf(await vote(room, 'p5', 1))).toBe('accepted');
		expect(codeOf(await vote(room, 'p2', 1))).toBe('notEntitled');
		expect(codeOf(await vote(room, 'p5', 4))).toBe('unknownOption');
		expect(codeOf(await vote(room, 'p1', 1))).toBe('notForYou');
	});

	test('of one team is nobody else’s, and not the stage’s', async () => {
		const room = await filled();
		const section = room.part('stage', 'stage')!.section;
		await room.ask('p1', ballot({ to: 'ward' }));
		for (const feed of ['phone', 'stage', 'observer', 'team:makers', 'evaluator'] as const)
			expect(room.part(feed, 'ballot'), feed).toBeUndefined();
		expect(room.part('team:ward', 'ballot')).toBeDefined();
		expect(room.part('stage', 'stage')!.section).toBe(section);
		expect([codeOf(await vote(room, 'p2', 0)), codeOf(await vote(room, 'p4', 0))]).toEqual([
			'accepted',
			'notEntitled'
		]);
		expect(codeOf(await room.ask('p1', ballot({ to: 'nobody' })))).toBe('ballotOpen');
	});

	test('of all is every player’s and every phone’s', async () => {
		const room = await filled();
		await room.ask('p1', ballot({ to: 'all' }));
		for (const person of ['p2', 'p4', 'p5']) expect(codeOf(await vote(room, person, 2))).toBe('accepted');
		await close(room);
		expect(room.part('facilitator', 'tally')).toEqual({ votes: [0, 0, 3], winners: [2] });
	});

	test('counts once for each, the last of each, however often it is sent', async () => {
		const room = await filled();
		await room.ask('p1', ballot());
		for (let n = 0; n < 10; n++) expect(codeOf(await vote(room, 'p5', 1))).toBe('accepted');
		await vote(room, 'p6', 1);
		await vote(room, 'p6', 0);
		expect(room.part('person:p6', 'me')!.vote).toBe(0);
		await close(room);
		expect(room.part('facilitator', 'tally')).toEqual({ votes: [1, 1, 0], winners: [0, 1] });
		expect(codeOf(await vote(room, 'p6', 2))).toBe('voteClosed');
	});

	test('can be given after the time shown is up, until it is closed', async () => {
		const room = await filled();
		await room.ask('p1', ballot({ seconds: 10 }));
		await room.clock.pass(20_000);
		expect(room.part('phone', 'ballot')!.state).toBe('open');
		expect(codeOf(await vote(room, 'p5', 1))).toBe('accepted');
	});

	test('R60: while it is open, and until its result is shown, nothing that others get depends on how people vote', async () => {
		const traffic = async (votes: readonly number[]) => {
			const room = await filled();
			await deciding(room);
			await room.ask('p1', ballot({ to: 'all', seconds: 45 }));
			const before = new Map(room.sent);
			for (const [i, option] of votes.entries()) await vote(room, PHONES[i]!, option);
			await room.clock.pass(1000);
			const changed = [...room.sent]
				.filter(([feed, text]) => before.get(feed) !== text)
				.map(([feed]) => feed);
			const open = new Map(room.sent);
			await close(room);
			// A pause lets every feed be told what has changed in it.
			await room.ask('p1', { type: 'pause' });
			return { changed, open, sent: room.sent };
		};
		const even = await traffic([0, 1, 0, 1, 0, 1]);
		const clear = await traffic([1, 1, 1, 1, 1, 1]);
		const none = await traffic([]);
		expect(even.changed.sort()).toEqual(PHONES.map((id) => `person:${id}`).sort());
		expect(none.changed).toEqual([]);
		const voters = PHONES.map((id) => `person:${id}`);
		for (const [feed, text] of even.sent) {
			if (voters.includes(feed)) continue;
			expect(clear.open.get(feed) === even.open.get(feed), `${feed}, open`).toBe(true);
			expect(none.open.get(feed) === even.open.get(feed), `${feed}, open`).toBe(true);
			// What was counted is the facilitator's to know.
			if (feed === 'facilitator') continue;
			expect(clear.sent.get(feed) === text, `${feed}, closed`).toBe(true);
			expect(none.sent.get(feed) === text, `${feed}, closed`).toBe(true);
		}
	});

	test('R61: once it is counted nothing that is kept says who voted for what', async () => {
		const room = await filled();
		await room.ask('p1', ballot());
		for (const [i, person] of PHONES.entries()) await vote(room, person, i % 3);
		expect(await room.store.rows(ROOM_ID, 'votes')).toHaveLength(6);
		await close(room);
		expect(await room.store.rows(ROOM_ID, 'votes')).toEqual([]);
		const closed = (await room.log()).at(-1);
		expect(closed).toMatchObject({ type: 'ballotClosed', tally: [{ votes: 2 }, { votes: 2 }, { votes: 2 }] });
		expect(JSON.stringify(await room.log())).not.toContain('"p5"');
		// Each still sees their own, from memory.
		expect(room.part('person:p6', 'me')!.vote).toBe(1);
		const again = await openLiveRoom(room.store);
		expect(again.part('person:p6', 'me')!.vote).toBeNull();
		expect(again.part('phone', 'ballot')).toMatchObject({ state: 'closed' });
	});

	test('goes on after a restart with the votes that were given', async () => {
		const first = await filled();
		await first.ask('p1', ballot({ seconds: 60 }));
		await vote(first, 'p5', 2);
		await first.room.close();
		const room = await openLiveRoom(first.store);
		expect(room.part('person:p5', 'me')!.vote).toBe(2);
		expect(room.part('phone', 'ballot')).toMatchObject({ state: 'open', endsAtMs: null });
		expect(codeOf(await close(room))).toBe('accepted');
		expect(room.part('facilitator', 'tally')!.votes).toEqual([0, 0, 1]);
	});

	test('R279: that was taken just before a restart is accepted when it is sent again, also where nothing can be kept', async () => {
		const first = await filled();
		await first.ask('p1', ballot());
		await vote(first, 'p5', 1);
		const body = { type: 'vote', ballot: idOf(first), option: 2 } as const;
		// Its answer never arrives.
		await first.ask('p5', body, 'last-vote');
		await first.room.close();
		const room = await openLiveRoom(first.store);
		room.store.putRow = () => Promise.reject(new Error('the disk is full'));
		expect(codeOf(await room.ask('p5', body, 'last-vote'))).toBe('accepted');
		expect(codeOf(await room.ask('p5', { ...body, option: 0 }, 'another'))).toBe('notKept');
		expect(room.part('person:p5', 'me')!.vote).toBe(2);
	});

	test('R279: that was counted is accepted when it is sent again, also after a restart', async () => {
		const first = await filled();
		await first.ask('p1', ballot());
		const body = { type: 'vote', ballot: idOf(first), option: 2 } as const;
		await first.ask('p5', body, 'last-vote');
		await close(first);
		await first.room.close();
		const room = await openLiveRoom(first.store);
		expect(codeOf(await room.ask('p5', body, 'last-vote'))).toBe('accepted');
		expect(codeOf(await room.ask('p5', body, 'another'))).toBe('voteClosed');
		expect(room.part('facilitator', 'tally')!.votes).toEqual([0, 0, 1]);
	});

	test('R324: is erased with all others in one write, however many have voted', async () => {
		const room = await filled();
		await room.ask('p1', ballot({ to: 'all' }));
		for (const person of ['p2', 'p3', 'p4', 'p5']) await vote(room, person, 1);
		let writes = 0;
		const { store } = room;
		for (const name of ['removeRow', 'changeRows'] as const) {
			const write = store[name].bind(store) as (...args: unknown[]) => Promise<void>;
			store[name] = (...args: unknown[]) => (writes++, write(...args));
		}
		await close(room);
		expect(await store.rows(ROOM_ID, 'votes')).toEqual([]);
		expect(writes).toBe(1);
	});

	test('R292: that is older than one that was taken changes nothing, however late it comes, also after a restart', async () => {
		const first = await filled();
		await first.ask('p1', ballot());
		const choice = (option: number, nth: number) =>
			({ type: 'vote', ballot: idOf(first), option, nth }) as const;
		expect(codeOf(await first.ask('p5', choice(1, 2)))).toBe('accepted');
		expect(await first.ask('p5', choice(0, 1))).toMatchObject({
			refusal: { code: 'newerVote', params: { nth: 2 } }
		});
		await first.room.close();
		const room = await openLiveRoom(first.store);
		expect(codeOf(await room.ask('p5', choice(0, 1)))).toBe('newerVote');
		expect(room.part('person:p5', 'me')).toMatchObject({ vote: 1, nthVote: 2 });
		expect(codeOf(await room.ask('p5', choice(2, 3)))).toBe('accepted');
		await close(room);
		expect(room.part('facilitator', 'tally')!.votes).toEqual([0, 0, 1]);
	});

	test('R292: of two choices with one number the first is taken: the second of them may come from a page that is gone', async () => {
		const room = await filled();
		await room.ask('p1', ballot());
		const choice = (option: number) => ({ type: 'vote', ballot: idOf(room), option, nth: 1 }) as const;
		expect(codeOf(await room.ask('p5', choice(1)))).toBe('accepted');
		expect(codeOf(await room.ask('p5', choice(0)))).toBe('newerVote');
		expect(room.part('person:p5', 'me')!.vote).toBe(1);
	});

	test('erases at the next start what a crash left of it', async () => {
		const first = await filled();
		await first.ask('p1', ballot());
		await vote(first, 'p5', 2);
		first.store.changeRows = () => new Promise(() => {});
		void close(first);
		await first.clock.pass(50);
		expect(await first.store.rows(ROOM_ID, 'votes')).toHaveLength(1);
		first.store.changeRows = Object.getPrototypeOf(first.store).changeRows as typeof first.store.changeRows;
		const room = await openLiveRoom(first.store);
		expect(await room.store.rows(ROOM_ID, 'votes')).toEqual([]);
		expect(room.part('facilitator', 'tally')!.votes).toEqual([0, 0, 1]);
	});

	test('of somebody who has been taken out of the room does not count', async () => {
		const room = await filled();
		await room.ask('p1', ballot({ to: 'ward' }));
		await vote(room, 'p2', 0);
		await vote(room, 'p3', 1);
		await room.ask('p1', { type: 'removePerson', person: 'p2', lead: null });
		await close(room);
		expect(room.part('facilitator', 'tally')!.votes).toEqual([0, 1, 0]);
		expect(await room.store.rows(ROOM_ID, 'votes')).toEqual([]);
	});
});

describe('a ballot', () => {
	test('is one at a time', async () => {
		const room = await filled();
		await room.ask('p1', ballot());
		expect(codeOf(await room.ask('p1', ballot()))).toBe('ballotOpen');
		const first = idOf(room);
		await close(room);
		expect(codeOf(await room.ask('p1', ballot({ question: 'And now?' })))).toBe('accepted');
		expect(idOf(room)).not.toBe(first);
		expect(codeOf(await room.ask('p5', { type: 'vote', ballot: first, option: 0 }))).toBe('voteClosed');
		expect(room.part('person:p5', 'me')!.vote).toBeNull();
	});

	test('can be taken back until somebody has voted; the stage shows again what it would', async () => {
		const room = await filled();
		const { section } = room.part('stage', 'stage')!;
		await room.ask('p1', ballot());
		const first = idOf(room);
		expect(codeOf(await room.ask('p1', { type: 'takeBallotBack', ballot: first }))).toBe('accepted');
		expect(room.part('phone', 'ballot')).toBeUndefined();
		expect(room.part('stage', 'stage')!.section).toBe(section);
		await room.ask('p1', ballot());
		expect(idOf(room)).not.toBe(first);
		await vote(room, 'p5', 0);
		expect(codeOf(await room.ask('p1', { type: 'takeBallotBack', ballot: idOf(room) }))).toBe('hasVotes');
	});

	test('shows its counts when it is revealed, and of fewer than five votes what won', async () => {
		const room = await filled();
		await room.ask('p1', ballot());
		for (const person of PHONES.slice(0, 5)) await vote(room, person, 1);
		expect(codeOf(await reveal(room))).toBe('ballotOpen');
		await close(room);
		expect(room.part('stage', 'ballot')).toMatchObject({ state: 'closed', votes: null, winners: [] });
		expect(room.part('stage', 'tally')).toBeUndefined();
		expect(codeOf(await reveal(room))).toBe('accepted');
		for (const feed of ['stage', 'phone', 'observer', 'evaluator'] as const)
			expect(room.part(feed, 'ballot'), feed).toMatchObject({ votes: [0, 5, 0], winners: [1] });

		await room.ask('p1', ballot());
		for (const person of PHONES.slice(0, 4)) await vote(room, person, 2);
		await close(room);
		await reveal(room);
		expect(room.part('phone', 'ballot')).toMatchObject({ votes: null, winners: [2] });
		expect(room.part('facilitator', 'tally')).toEqual({ votes: [0, 0, 4], winners: [2] });
	});

	test('is pressed by two at once as by one', async () => {
		const room = await filled();
		await room.join('facilitator', 'Gus');
		await room.ask('p1', ballot());
		const closing = { type: 'closeBallot', ballot: idOf(room) } as const;
		const answers = await Promise.all([room.ask('p1', closing), room.ask('p11', closing)]);
		expect(answers.map(codeOf)).toEqual(['accepted', 'accepted']);
		expect((await room.log()).filter(({ type }) => type === 'ballotClosed')).toHaveLength(1);
	});

	test('stays on the stage while the exercise moves, until its result has been shown', async () => {
		const room = await filled();
		await room.ask('p1', ballot());
		await room.goOn('p1');
		await room.clock.pass(300);
		expect(room.part('stage', 'stage')!.section).toBe('ballot');
		await close(room);
		await reveal(room);
		await room.goOn('p1');
		await room.clock.pass(300);
		expect(room.part('stage', 'stage')!.section).toBe('situation');
		expect(room.part('phone', 'ballot')).toBeUndefined();
		expect(codeOf(await room.ask('p1', { type: 'show', section: 'ballot' }))).toBe('notNow');
	});

	test('can be put away once it is closed', async () => {
		const room = await filled();
		await room.ask('p1', ballot());
		const id = idOf(room);
		expect(codeOf(await room.ask('p1', { type: 'putBallotAway', ballot: id }))).toBe('ballotOpen');
		await close(room);
		expect(codeOf(await room.ask('p1', { type: 'putBallotAway', ballot: id }))).toBe('accepted');
		expect(room.part('stage', 'ballot')).toBeUndefined();
	});

	test('ends with the exercise, and its votes with it', async () => {
		const room = await filled();
		await room.ask('p1', ballot());
		await vote(room, 'p5', 0);
		await room.ask('p1', { type: 'endRoom' });
		await room.clock.pass(300);
		expect(room.part('phone', 'ballot')).toBeUndefined();
		expect(await room.store.rows(ROOM_ID, 'votes')).toEqual([]);
		expect(codeOf(await room.ask('p1', ballot()))).toBe('roomEnded');
	});

	test('shows how many have voted where the facilitator says so, and never for what', async () => {
		const room = await filled();
		await room.ask('p1', ballot());
		await vote(room, 'p5', 0);
		await room.ask('p1', { type: 'showTurnout', shown: true });
		expect(room.part('stage', 'ballot')!.turnout).toEqual({ voted: 1, of: 6 });
		await vote(room, 'p6', 1);
		await room.clock.pass(300);
		expect(room.part('phone', 'ballot')!.turnout).toEqual({ voted: 2, of: 6 });
	});
});

describe('a ballot whose options are decisions', () => {
	test('decides what won for the role that owns it, in the minute in which it is revealed', async () => {
		const room = await filled();
		await deciding(room);
		await room.ask('p1', bound());
		expect(room.part('phone', 'ballot')!.isBound).toBe(true);
		await vote(room, 'p5', 0);
		await close(room);
		expect(codeOf(await reveal(room))).toBe('accepted');
		expect((await room.log()).slice(-3)).toMatchObject([
			{ type: 'decisionCommitted', seat: 'vendor', decision: 'roll-back' },
			{ type: 'noted' },
			{ type: 'ballotRevealed' }
		]);
		expect(room.part('team:makers', 'view')!.projection.worlds.shared!.decisions).toMatchObject([
			{ decision: 'roll-back' }
		]);
		expect(room.part('phone', 'ballot')!.isBound).toBe(true);
	});

	test('waits for a choice where options tie, and where nobody voted', async () => {
		const room = await filled();
		await deciding(room);
		await room.ask('p1', bound());
		await vote(room, 'p5', 0);
		await vote(room, 'p6', 1);
		await close(room);
		expect(await reveal(room)).toMatchObject({ refusal: { code: 'tie', params: { options: [0, 1] } } });
		expect(codeOf(await reveal(room, 1))).toBe('accepted');
		expect(room.part('stage', 'ballot')).toMatchObject({ winners: [1] });
		expect((await room.log()).some(({ type }) => type === 'decisionCommitted')).toBe(false);
	});

	test('is not revealed where what won cannot be decided, unless it is to decide nothing', async () => {
		const room = await filled();
		await room.ask('p1', bound());
		await vote(room, 'p5', 0);
		await close(room);
		expect(await reveal(room)).toMatchObject({
			refusal: { code: 'cannotBind', params: { because: { code: 'wrongPhase' } } }
		});
		expect(room.part('stage', 'ballot')!.state).toBe('closed');
		expect(codeOf(await reveal(room, null, false))).toBe('accepted');
		expect(room.part('stage', 'ballot')).toMatchObject({ state: 'revealed', winners: [0] });
	});

	test('R295: is said to be done only where it was: not where votes are equal, nor where it came too late', async () => {
		const room = await filled();
		await deciding(room);
		await room.ask('p1', bound());
		await vote(room, 'p5', 0);
		await vote(room, 'p6', 1);
		await close(room);
		await reveal(room, null, false);
		for (const feed of ['stage', 'phone'] as const)
			expect(room.part(feed, 'ballot'), feed).toMatchObject({ winners: [0, 1], isBound: false });
		await room.ask('p1', bound());
		await vote(room, 'p5', 0);
		await close(room);
		await reveal(room, null, false);
		expect(room.part('phone', 'ballot')).toMatchObject({ winners: [0], isBound: false });
	});

	test('names decisions that there are', async () => {
		const room = await filled();
		const wrong = ballot({
			options: [
				{ text: 'A', decision: 'no-such-thing' },
				{ text: 'B', decision: null }
			]
		});
		expect(codeOf(await room.ask('p1', wrong))).toBe('unknownOption');
	});
});
