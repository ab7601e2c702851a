import { describe, expect, test } from 'vitest';
import { itemOf } from '../accord/accord.ts';
import { botMove } from '../bots/move.ts';
import { AUDIENCE } from '../log/events.ts';
import { chair, TestSummit } from '../testing/room.ts';
import { summitOf } from '../testing/worked-examples.ts';

const summit = summitOf('july-2024');
const LEAD = { kind: 'facilitator' } as const;
const ALL = summit.parties.map(({ id }) => id);

function opened(teams: Readonly<Record<string, string>>): TestSummit {
	const room = new TestSummit(summit);
	room.lead('openSummit', { chairs: {}, teams, rounds: null, acts: [], releaseMin: 0 });
	return room;
}

/** As far as the ballot, where these say yes. */
function balloted(yes: readonly string[]): TestSummit {
	const room = TestSummit.bargaining(summit, { 'sd-rings': 'airline' });
	room.lead('callBallot', {});
	for (const party of ALL) room.say(party, 'castVote', { vote: yes.includes(party) ? 'yes' : 'no' });
	return room;
}

describe('chairs', () => {
	test('a team holds the chairs that it is given, bots all others', () => {
		const { state } = opened({ airline: 'blue', bank: 'blue', government: 'red' });
		expect(state.teams).toEqual({ airline: 'blue', bank: 'blue', government: 'red' });
		expect(Object.entries(state.chairs).filter(([, holder]) => holder === 'person')).toHaveLength(3);
	});

	test('two are the most, however they come to it', () => {
		const three = { airline: 'blue', bank: 'blue', government: 'blue' };
		const room = new TestSummit(summit);
		const payload = { chairs: {}, teams: three, rounds: null, acts: [], releaseMin: 0 };
		expect(room.tries(LEAD, 'openSummit', payload)).toBe('chairsEnough');
		const two = opened({ airline: 'blue', bank: 'blue' });
		expect(two.tries(LEAD, 'giveChair', { party: 'government', team: 'blue' })).toBe('chairsEnough');
	});

	test('a bot takes over and gives back; what was said stays said', () => {
		const room = opened({ airline: 'blue' });
		room.say('airline', 'makeStatement', { interests: ['services'], redLine: null, offer: null });
		room.lead('giveChair', { party: 'airline', team: null });
		expect(room.state.chairs.airline).toBe('bot');
		room.lead('giveChair', { party: 'airline', team: 'blue' });
		expect([room.state.chairs.airline, room.state.teams.airline]).toEqual(['person', 'blue']);
		expect(room.state.statements.airline?.interests).toEqual(['services']);
	});
});

describe('a step is taken back', () => {
	test('with what bots said since, and not with who sits where', () => {
		const room = opened({ airline: 'blue' });
		room.lead('endOpening', {});
		const of = room.lead('openBargaining', {});
		const move = botMove(summit, room.state, 'a seed')!;
		room.answerTo(move.by, move.command);
		room.lead('giveChair', { party: 'bank', team: 'red' });
		room.lead('undoStep', { of });
		expect([room.state.position.step, room.state.round]).toEqual(['tabling', 0]);
		expect(room.state.stances).toEqual({});
		expect(room.state.teams.bank).toBe('red');
	});

	test('until a person or the audience has spoken', () => {
		const room = opened({ airline: 'blue' });
		room.lead('endOpening', {});
		const of = room.lead('openBargaining', {});
		room.say('airline', 'takeStance', { isContent: true, because: null });
		expect(room.tries(LEAD, 'undoStep', { of })).toBe('notUndoable');
		const poll = room.lead('askPoll', {});
		room.lead('hearAudience', { ballot: 'b1', asked: 'believe', choice: 'bank' });
		expect(room.tries(LEAD, 'undoStep', { of: poll })).toBe('notUndoable');
	});

	test('by whoever leads, and nobody takes back an end', () => {
		const room = balloted(ALL);
		const of = room.lead('closeBallot', {});
		expect(room.tries(LEAD, 'undoStep', { of })).toBe('notUndoable');
		expect(room.tries(chair('bank'), 'undoStep', { of })).toBe('notAllowed');
	});
});

test('whoever has said nothing when the opening ends says nothing', () => {
	const room = opened({ airline: 'blue' });
	room.say('airline', 'makeStatement', { interests: ['money'], redLine: null, offer: null });
	room.lead('endOpening', {});
	expect(room.state.position.step).toBe('tabling');
	expect(room.state.statements.bank).toEqual({ interests: [], redLine: null, offer: null });
	expect(room.state.statements.airline?.interests).toEqual(['money']);
});

describe('R336: the months after which the next outages come', () => {
	test('are 36 until whoever leads chooses others, at any time and after the end as well', () => {
		const room = balloted(ALL);
		expect(room.state.months).toBe(36);
		room.lead('chooseMonths', { months: 12 });
		room.lead('closeBallot', {});
		const { result, position } = room.state;
		room.lead('chooseMonths', { months: 24 });
		expect(room.state).toMatchObject({ months: 24, result, position });
		expect(room.tries(LEAD, 'chooseMonths', { months: 18 } as never)).toBe('malformed');
		expect(room.tries(chair('bank'), 'chooseMonths', { months: 12 })).toBe('notAllowed');
	});

	test('are no part of a step: they stand when it is taken back, and keep nobody from taking it back', () => {
		const room = opened({ airline: 'blue' });
		room.lead('endOpening', {});
		const of = room.lead('openBargaining', {});
		room.lead('chooseMonths', { months: 12 });
		room.lead('undoStep', { of });
		expect([room.state.position.step, room.state.months]).toEqual(['tabling', 12]);
	});
});

describe('an audience', () => {
	const FIVE = ['platform-owner', 'rival-vendor', 'airline', 'bank', 'government'];

	test('asked whether to ratify counts as three votes beside nine: then eight of twelve are needed', () => {
		const room = balloted(FIVE);
		room.lead('hearAudience', { ballot: 'b1', asked: 'ratify', choice: 'yes' });
		room.lead('closeBallot', {});
		expect(room.state.result).toMatchObject({ end: 'ratified', audience: { vote: 'yes', weight: 3 } });
		const without = balloted(FIVE);
		without.lead('closeBallot', {});
		expect(without.state.result?.missing).toEqual([{ kind: 'votes', atLeast: 6, yes: 5 }]);
	});

	test('can stop what the parties alone would ratify, and takes no party’s place', () => {
		const room = balloted([...FIVE, 'hospital-network']);
		room.lead('hearAudience', { ballot: 'b1', asked: 'ratify', choice: 'no' });
		room.lead('closeBallot', {});
		expect(room.state.result?.missing).toEqual([{ kind: 'votes', atLeast: 8, yes: 6 }]);
		const withoutOwner = balloted(ALL.filter((id) => id !== 'platform-owner'));
		withoutOwner.lead('hearAudience', { ballot: 'b1', asked: 'ratify', choice: 'yes' });
		withoutOwner.lead('closeBallot', {});
		expect(withoutOwner.state.result?.end).not.toBe('ratified');
	});

	test('that could not agree, was asked of another text or weighs nothing counts as nothing', () => {
		const tied = balloted(FIVE);
		tied.lead('hearAudience', { ballot: 'b1', asked: 'ratify', choice: null });
		tied.lead('closeBallot', {});
		expect(tied.state.result?.audience).toBeUndefined();
		const light = balloted(FIVE);
		light.lead('weighAudience', { weight: 0 });
		light.lead('hearAudience', { ballot: 'b1', asked: 'ratify', choice: 'yes' });
		light.lead('closeBallot', {});
		expect(light.state.result?.audience).toBeUndefined();
		const changed = TestSummit.bargaining(summit, { 'sd-rings': 'airline' });
		changed.lead('hearAudience', { ballot: 'b1', asked: 'ratify', choice: 'yes' });
		changed.say('airline', 'amend', { edits: [{ kind: 'add', measure: 'te-validator' }], to: null });
		changed.lead('callBallot', {});
		changed.lead('closeBallot', { withoutMissing: true });
		expect(changed.state.result?.audience).toBeUndefined();
	});

	test('puts the measure that won into the text in its own name', () => {
		const room = TestSummit.bargaining(summit, {});
		room.lead('hearAudience', { ballot: 'b1', asked: 'measure', choice: 'te-validator' });
		expect(itemOf(room.state.text, 'te-validator')?.proposedBy).toBe(AUDIENCE);
		room.say('bank', 'amend', { edits: [{ kind: 'strike', measure: 'te-validator' }], to: null });
		expect(itemOf(room.state.text, 'te-validator'), 'and no party strikes it alone').toBeDefined();
	});

	test('is heard where what it wants cannot be in the text', () => {
		const room = TestSummit.bargaining(summit, { 'te-validator': 'bank' });
		room.lead('hearAudience', { ballot: 'b1', asked: 'measure', choice: 'te-validator' });
		expect(room.state.heard).toHaveLength(1);
		expect(room.state.changes).toHaveLength(1);
	});

	test('moves whom the parties believe by its weight', () => {
		const trustIn = (weight: number) => {
			const room = TestSummit.bargaining(summit, {});
			const before = room.state.trust.airline!.bank!;
			room.lead('weighAudience', { weight });
			room.lead('hearAudience', { ballot: 'b1', asked: 'believe', choice: 'bank' });
			return room.state.trust.airline!.bank! - before;
		};
		expect(trustIn(0)).toBe(0);
		expect(trustIn(3)).toBeCloseTo(0.05 * 0.5, 6);
		expect(trustIn(6)).toBeCloseTo(0.1 * 0.5, 6);
	});

	test('is asked what there is: no third answer, no measure and no party that is not there', () => {
		const room = TestSummit.bargaining(summit, {});
		for (const [asked, choice] of [
			['ratify', 'perhaps'],
			['measure', 'bank'],
			['believe', 'te-validator']
		] as const) {
			expect(room.tries(LEAD, 'hearAudience', { ballot: 'b', asked, choice })).toBe('unknownChoice');
		}
	});
});
