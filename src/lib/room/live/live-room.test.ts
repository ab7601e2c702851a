import { describe, expect, test } from 'vitest';
import { openLiveRoom } from '../testing/live-room.ts';
import { codeOf, commit, deciding, filled } from '../testing/filled-room.ts';

describe('people in a room', () => {
	test('R30: who sits down first in a team leads it; a second one of a name is told apart', async () => {
		const { join, part, clock } = await openLiveRoom();
		await join('player', 'Ana', 'ward');
		await join('player', 'ana', 'ward');
		await clock.pass(300);
		expect(part('team:ward', 'team')).toMatchObject({
			lead: 'p1',
			members: [
				{ id: 'p1', name: 'Ana' },
				{ id: 'p2', name: 'ana 2' }
			]
		});
		expect(part('person:p1', 'me')).toMatchObject({ isLead: true });
		expect(part('person:p2', 'me')).toMatchObject({ isLead: false });
	});

	test('R31: a locked room takes in nobody new, and nobody in it notices', async () => {
		const { ask, join, part } = await filled();
		const before = part('team:ward', 'team');
		await ask('p1', { type: 'lockRoom', players: true });
		expect(await join('player', 'Late', 'ward')).toMatchObject({ refusal: { code: 'roomLocked' } });
		expect(part('team:ward', 'team')).toEqual(before);
		expect(codeOf(await ask('p3', { type: 'rename', name: 'Benno' }))).toBe('accepted');
	});

	test('R32: what somebody may not ask for is refused, whoever they say that they are', async () => {
		const { ask, goOn } = await filled();
		expect(codeOf(await goOn('p2'))).toBe('notForYou');
		expect(codeOf(await ask('nobody', { type: 'pause' }))).toBe('unknownPerson');
		expect(codeOf(await ask('p1', commit('paper')))).toBe('notForYou');
	});

	test('R33: a member who is moved follows the new team’s feed and is no lead any more', async () => {
		const { ask, moves, part } = await filled();
		await ask('p1', { type: 'place', person: 'p2', team: 'makers', lead: null });
		expect(moves).toEqual([{ person: 'p2', feeds: ['team:makers', 'person:p2'] }]);
		expect(part('team:ward', 'team')).toMatchObject({ lead: null, members: [{ id: 'p3' }] });
		expect(codeOf(await ask('p3', { type: 'lead' }))).toBe('accepted');
		await ask('p1', { type: 'removePerson', person: 'p3' });
		expect(moves.at(-1)).toEqual({ person: 'p3', feeds: null });
	});

	test('R51: a lead who has read advice and is moved is sent none of it with what the new team is shown', async () => {
		const { ask, part, ownAtMoves } = await deciding();
		await ask('p3', { type: 'advise', decision: 'paper', confidencePct: 70, rationale: 'SECRET-reason' });
		await ask('p2', { type: 'readAdvice' });
		expect(part('person:p2', 'me')!.read).toMatchObject([{ rationale: 'SECRET-reason' }]);
		await ask('p1', { type: 'place', person: 'p2', team: 'makers', lead: null });
		expect(ownAtMoves).toHaveLength(1);
		expect(ownAtMoves[0]).not.toContain('SECRET-reason');
	});

	test('a lead who is here stays it; one who is away can be stood in for', async () => {
		const { ask, room, part, clock } = await filled();
		expect(codeOf(await ask('p3', { type: 'lead' }))).toBe('leadIsHere');
		room.presence('p2', false);
		await clock.pass(61_000);
		expect(codeOf(await ask('p3', { type: 'lead' }))).toBe('accepted');
		expect(part('team:ward', 'team')!.lead).toBe('p3');
	});
});

describe('steps of a room', () => {
	test('R34: two who press at once move it by one step, and the second is told who did', async () => {
		const { ask, step, join } = await filled();
		await join('facilitator', 'Gus');
		const from = { phase: 'lobby', step: null, round: null } as const;
		const answers = await Promise.all([ask('p1', { type: 'goOn', from }), ask('p5', { type: 'goOn', from })]);
		expect(answers.map(codeOf)).toEqual(['accepted', 'alreadyMovedBy']);
		expect(answers[1]).toMatchObject({ refusal: { params: { by: 'Fay' } } });
		expect(step().phase).toBe('briefing');
	});

	test('R35: the facilitator opens decisions after the situation, and closes them', async () => {
		const room = await filled();
		await room.ask('p1', { type: 'setPace', stepsPerSecond: null });
		const seen: string[] = [];
		for (let n = 0; n < 20 && room.step().phase !== 'hotWash'; n++) {
			seen.push([room.step().phase, room.step().step].filter(Boolean).join(' '));
			await room.goOn('p1');
			await room.until(() => room.step().step !== 'advance');
		}
		expect(seen.slice(0, 3)).toEqual(['lobby', 'briefing', 'preparation']);
		expect(seen.slice(3, 7)).toEqual([
			'incident situation',
			'incident decide',
			'incident situation',
			'incident decide'
		]);
		expect(seen.at(-1)).toBe('recovery decide');
		await room.until(() => room.part('team:ward', 'hotWash') !== undefined);
		expect(room.part('team:ward', 'hotWash')).toMatchObject({ hotWash: { mine: ['hospital'] } });
		expect(room.part('team:makers', 'hotWash')).toMatchObject({ hotWash: { mine: ['vendor'] } });
		expect(room.faults).toEqual([]);
	});

	test('R36: a finding of one team is not told to others before the stage shows findings', async () => {
		const room = await deciding();
		while (room.step().phase !== 'hotWash') {
			await room.goOn('p1');
			await room.until(() => room.step().step !== 'advance');
		}
		await room.until(() => room.part('facilitator', 'findings')!.length === 2);
		expect(room.part('stage', 'findings')).toBeUndefined();
		expect(room.part('stage', 'stage')!.section).toBe('hotWash');
		await room.ask('p1', { type: 'show', section: 'findings' });
		expect(room.part('stage', 'findings')).toHaveLength(2);
		await room.ask('p1', { type: 'show', section: 'map' });
		expect(room.part('stage', 'findings')).toHaveLength(2);
	});

	test('the room can be ended from anywhere', async () => {
		const room = await deciding();
		await room.ask('p1', { type: 'pause' });
		expect(codeOf(await room.ask('p1', { type: 'endRoom' }))).toBe('accepted');
		expect(room.step().phase).toBe('closed');
		expect(room.room.door().hasEnded).toBe(true);
		expect((await room.store.list())[0]!.summary.endedAtMs).not.toBeNull();
	});
});

describe('a team', () => {
	test('R37: its lead decides, for the role that the decision belongs to; nobody else does', async () => {
		const { ask, part } = await deciding();
		expect(codeOf(await ask('p3', commit('paper')))).toBe('notLead');
		expect(codeOf(await ask('p2', commit('roll-back')))).toBe('notYourDecision');
		expect(codeOf(await ask('p2', commit('paper', 'Wards cannot wait')))).toBe('accepted');
		expect(part('team:ward', 'view')!.projection.worlds.shared!.decisions).toMatchObject([
			{ decision: 'paper', seat: 'hospital', rationale: 'Wards cannot wait' }
		]);
	});

	test('R38: members see how many have advised and nothing of what; their lead, once it is read', async () => {
		const { ask, part, sent } = await deciding();
		const advice = {
			type: 'advise',
			decision: 'paper',
			confidencePct: 70,
			rationale: 'SECRET-reason'
		} as const;
		expect(codeOf(await ask('p3', advice))).toBe('accepted');
		expect(part('team:ward', 'team')).toMatchObject({ advised: 1, isAdviceRead: false });
		expect(part('facilitator', 'desk')!.teams.find(({ id }) => id === 'ward')).toMatchObject({ advised: 1 });
		expect(part('person:p2', 'me')!.read).toBeNull();
		expect(codeOf(await ask('p3', { type: 'readAdvice' }))).toBe('notLead');
		await ask('p2', { type: 'readAdvice' });
		expect(part('person:p2', 'me')!.read).toMatchObject([{ person: 'p3', rationale: 'SECRET-reason' }]);
		const knows = [...sent].filter(([, text]) => text.includes('SECRET-reason')).map(([feed]) => feed);
		expect(knows.sort()).toEqual(['person:p2', 'person:p3']);
	});

	test('that is ready is counted for all, named for the facilitator alone, and asked anew in the next round', async () => {
		const room = await deciding();
		await room.ask('p2', { type: 'setReady', ready: true });
		expect(room.part('stage', 'ready')).toEqual({ ready: 1, of: 2 });
		expect(room.part('team:makers', 'team')!.isReady).toBe(false);
		expect(room.part('facilitator', 'desk')!.teams.map(({ isReady }) => isReady)).toEqual([false, true]);
		await room.goOn('p1');
		await room.until(() => room.step().step === 'situation');
		await room.goOn('p1');
		expect(room.part('stage', 'ready')).toEqual({ ready: 0, of: 2 });
	});

	test('writes on a pad that nobody else is sent; what was changed meanwhile is told, not overwritten', async () => {
		const { ask, part, sent } = await filled();
		await ask('p2', { type: 'writePad', text: 'SECRET-pad', base: 0 });
		const late = await ask('p3', { type: 'writePad', text: 'other', base: 0 });
		expect(late).toMatchObject({
			refusal: { code: 'changedMeanwhile', params: { text: 'SECRET-pad', base: 1 } }
		});
		expect(part('team:ward', 'pad')!.text).toBe('SECRET-pad');
		const knows = [...sent].filter(([, text]) => text.includes('SECRET-pad')).map(([feed]) => feed);
		expect(knows).toEqual(['team:ward']);
	});

	test('without a device has its decision entered by the facilitator, and the log says so', async () => {
		const room = await deciding();
		const entered = { type: 'commitFor', team: 'ward', decision: 'paper', rationale: null } as const;
		expect(codeOf(await room.ask('p1', entered))).toBe('accepted');
		const types = (await room.log()).slice(-2).map(({ type }) => type);
		expect(types).toEqual(['decisionCommitted', 'noted']);
	});
});

describe('what an audience of a room is sent', () => {
	test('R39: never holds another team’s reasons or organisations, nor the seed', async () => {
		const room = await deciding();
		await room.ask('p2', commit('paper', 'SECRET-ward'));
		await room.ask('p4', commit('roll-back', 'SECRET-makers'));
		await room.goOn('p1');
		await room.until(() => room.step().step === 'situation');
		const texts = Object.fromEntries(room.sent);
		expect(texts['team:ward']).toContain('SECRET-ward');
		expect(texts['team:makers']).toContain('SECRET-makers');
		for (const feed of ['team:makers', 'stage', 'observer', 'phone', 'door'])
			expect(texts[feed], feed).not.toContain('SECRET-ward');
		for (const feed of ['team:ward', 'stage', 'observer', 'phone', 'door'])
			expect(texts[feed], feed).not.toContain('SECRET-makers');
		for (const [feed, text] of room.sent) {
			if (feed !== 'facilitator') expect(text, feed).not.toContain('a seed');
			if (['phone', 'door'].includes(feed)) expect(text, feed).not.toContain('harbour-hospital');
		}
		expect(Object.keys(room.part('stage', 'frame')!.byOrganisation)).toEqual([]);
		expect(Object.keys(room.part('team:makers', 'frame')!.byOrganisation)).toEqual([]);
		expect(Object.keys(room.part('team:ward', 'frame')!.byOrganisation)).toEqual(['harbour-hospital']);
	});

	test('does not change where nothing that it sees has changed', async () => {
		const { ask, sent } = await deciding();
		const before = sent.get('stage');
		await ask('p3', { type: 'advise', decision: 'paper', confidencePct: 70, rationale: null });
		await ask('p2', { type: 'writePad', text: 'ours', base: 0 });
		expect(sent.get('stage')).toBe(before);
	});

	test('is a point of every curve at the minutes that every curve has, once', async () => {
		const room = await deciding();
		const minutes = [...room.feeds.get('team:ward')!.keys()].filter((key) => key.startsWith('sample:'));
		expect(minutes.length).toBeGreaterThan(5);
		expect(minutes).toContain('sample:0');
	});
});

describe('time in a room', () => {
	test('that people are given is held by a pause, and added to', async () => {
		const room = await deciding();
		await room.ask('p1', { type: 'setTimer', seconds: 240 });
		const { endsAtMs } = room.part('team:ward', 'timer')!;
		expect(endsAtMs! - room.clock.nowMs()).toBeGreaterThan(239_000);
		await room.clock.pass(60_000);
		await room.ask('p1', { type: 'pause' });
		await room.clock.pass(600_000);
		await room.ask('p1', { type: 'resume' });
		await room.ask('p1', { type: 'grantMoreTime', seconds: 60, team: null });
		const left = room.part('team:ward', 'timer')!.endsAtMs! - room.clock.nowMs();
		expect(left).toBeGreaterThan(238_000);
		expect(left).toBeLessThan(241_000);
	});

	test('asked for by a team is told to the facilitator until it is granted', async () => {
		const room = await deciding();
		expect(codeOf(await room.ask('p3', { type: 'askMoreTime' }))).toBe('noTimer');
		await room.ask('p1', { type: 'setTimer', seconds: 60 });
		await room.ask('p3', { type: 'askMoreTime' });
		expect(codeOf(await room.ask('p2', { type: 'askMoreTime' }))).toBe('alreadyAsked');
		const asked = () => room.part('facilitator', 'desk')!.teams.map(({ hasAskedForTime }) => hasAskedForTime);
		expect(asked()).toEqual([false, true]);
		await room.ask('p1', { type: 'grantMoreTime', seconds: 60, team: null });
		expect(asked()).toEqual([false, false]);
	});

	test('R10: after a restart the room is paused where it was, with its people, its timer and its world', async () => {
		const first = await deciding();
		await first.ask('p2', commit('paper', 'Wards cannot wait'));
		await first.ask('p1', { type: 'setTimer', seconds: 240 });
		await first.clock.pass(61_000);
		const { minute } = first.part('team:ward', 'clock')!;
		await first.room.close();

		const again = await openLiveRoom(first.store);
		expect(again.step()).toMatchObject({ step: 'decide', isPaused: true, pausedBecause: 'restart' });
		expect(again.part('team:ward', 'clock')).toEqual({ minute, isMoving: false });
		expect(again.part('team:ward', 'team')!.members.map(({ name }) => name)).toEqual(['Ana', 'Ben']);
		expect(again.part('team:ward', 'view')!.projection.worlds.shared!.decisions).toHaveLength(1);
		const { endsAtMs, leftMs } = again.part('team:ward', 'timer')!;
		expect(endsAtMs).toBeNull();
		expect(leftMs / 1000).toBeGreaterThan(174);
		expect(leftMs / 1000).toBeLessThanOrEqual(185);
		expect(codeOf(await again.ask('p1', { type: 'resume' }))).toBe('accepted');
		expect(again.step().isPaused).toBe(false);
	});
});

describe('a request', () => {
	test('R2: that is sent again does nothing again and gets the answer of the first time', async () => {
		const room = await deciding();
		const first = await room.ask('p2', commit('paper'), 'same');
		const second = await room.ask('p2', commit('paper'), 'same');
		expect(second).toEqual(first);
		expect((await room.log()).filter(({ type }) => type === 'decisionCommitted')).toHaveLength(1);
	});

	test('R4, R279: that could not be kept has not happened and does not happen later; another one may', async () => {
		const room = await deciding();
		const append = room.store.append.bind(room.store);
		room.store.append = () => Promise.reject(new Error('the disk is full'));
		expect(codeOf(await room.ask('p2', commit('paper'), 'again'))).toBe('notKept');
		expect(room.faults).toHaveLength(1);
		room.store.append = append;
		expect(codeOf(await room.ask('p2', commit('paper'), 'again'))).toBe('notKept');
		expect((await room.log()).map(({ type }) => type)).not.toContain('decisionCommitted');
		expect(codeOf(await room.ask('p2', commit('paper'), 'another'))).toBe('accepted');
	});
});
