import { describe, expect, test } from 'vitest';
import { chair, TestSummit } from '../testing/room.ts';
import { summitOf } from '../testing/worked-examples.ts';
import { evolve } from '../log/evolve.ts';
import { EMPTY_SUMMIT } from '../state.ts';
import type { SummitAudience } from './audience.ts';
import { projectSummit } from './project.ts';
import { redactSummitEvent } from './redact.ts';

const summit = summitOf('july-2024');
const chairs = (...parties: string[]): SummitAudience => ({ kind: 'chairs', parties });
const OUTSIDE: readonly SummitAudience[] = [{ kind: 'stage' }, { kind: 'phone' }, chairs('bank')];

/** A summit in its ballot, with an offer in confidence, a poll and some votes behind it. */
function busy(): TestSummit {
	const room = TestSummit.bargaining(summit, { 'sd-rings': 'airline', 'go-audit': 'regulator' });
	const edits = [{ kind: 'delay' as const, measure: 'sd-rings', laterMonths: 7 }];
	const amendment = room.say('platform-owner', 'amend', { edits, to: ['small-vendor'] });
	room.say('small-vendor', 'answer', {
		amendment,
		answer: 'against',
		because: { kind: 'empty', because: 'tooLittle' }
	});
	room.lead('askPoll', {});
	for (const { id } of summit.parties) {
		room.say(id, 'lean', {
			lean: id === 'regulator' ? 'yes' : 'no',
			unless: [{ kind: 'strike', measure: 'go-audit' }]
		});
	}
	room.lead('callBallot', {});
	room.say('small-vendor', 'castVote', { vote: 'no' });
	room.say('platform-owner', 'castVote', { vote: 'yes' });
	return room;
}

/** Everything that an audience is ever sent: what it is shown at each moment, and each event. */
function sentTo(room: TestSummit, audience: SummitAudience): string {
	let state = EMPTY_SUMMIT;
	const all = room.log.map((entry) => {
		state = evolve(state, entry);
		return JSON.stringify([
			projectSummit(summit, state, audience),
			redactSummitEvent(state, entry, audience)
		]);
	});
	return all.join('\n');
}

describe('what is granted to nobody is sent to nobody', () => {
	test.each(OUTSIDE)('an offer in confidence is not there for $kind', (audience) => {
		const sent = sentTo(busy(), audience);
		expect(sent).not.toContain('"laterMonths":7');
		expect(sent).not.toContain('tooLittle');
	});

	test('those whom it concerns, and whoever leads, see it', () => {
		for (const audience of [
			chairs('small-vendor'),
			chairs('platform-owner'),
			{ kind: 'facilitator' } as const
		]) {
			expect(sentTo(busy(), audience), audience.kind).toContain('"laterMonths":7');
		}
	});

	test.each(OUTSIDE)('briefs of others are not there for $kind', (audience) => {
		const sent = sentTo(busy(), audience);
		for (const { id, brief, fears } of summit.parties) {
			if (audience.kind === 'chairs' && audience.parties.includes(id)) continue;
			expect(sent.includes(brief.en.slice(0, 40)), id).toBe(false);
			for (const fear of fears) expect(sent.includes(fear.en), fear.en).toBe(false);
		}
		expect(sent.includes('walksAwayBelow')).toBe(audience.kind === 'chairs');
	});

	test.each(OUTSIDE)(
		'who leans how and who voted what is not there for $kind before the ballot is closed',
		(audience) => {
			const room = busy();
			const view = projectSummit(summit, room.state, audience);
			expect(view.votes).toBeNull();
			expect(view.turnout).toBe(2);
			expect(view.polls[0].leans).toBeNull();
			expect([view.polls[0].yes, view.polls[0].no]).toEqual([1, 8]);
			const sent = sentTo(room, audience);
			expect(sent).not.toMatch(/"type":"voted","party":"(?!bank)/);
			expect(sent).not.toMatch(/"type":"leant","party":"(?!bank)/);
		}
	);

	test.each(OUTSIDE)('who believes whom is not there for $kind, but for oneself', (audience) => {
		const room = busy();
		expect(projectSummit(summit, room.state, audience).trust).toBeNull();
		expect(sentTo(room, audience)).not.toContain('"regulator":{"platform-owner":0.4');
	});

	test('votes have names once the ballot is closed', () => {
		const room = busy();
		room.answerTo({ kind: 'clock' }, { id: 'time', type: 'closeBallot', payload: {} });
		for (const audience of OUTSIDE) {
			expect(projectSummit(summit, room.state, audience).votes).toEqual({
				'small-vendor': 'no',
				'platform-owner': 'yes'
			});
		}
	});
});

test('of a brief the others hear what its chair chose to say', () => {
	const room = TestSummit.opened(summit);
	room.say('bank', 'makeStatement', { interests: ['protection'], redLine: 1, offer: null });
	const { statements } = projectSummit(summit, room.state, { kind: 'stage' });
	const { redLines } = summit.parties.find(({ id }) => id === 'bank')!;
	expect(statements.bank).toEqual({ interests: ['protection'], redLine: redLines[1], offer: null });
	expect(room.tries(chair('airline'), 'makeStatement', { interests: [], redLine: 40, offer: null })).toBe(
		'notInBrief'
	);
});

test('who speaks for two parties sees both and no third', () => {
	const view = projectSummit(summit, busy().state, chairs('bank', 'airline'));
	expect(Object.keys(view.own).sort()).toEqual(['airline', 'bank']);
});

test('a poll is counted once all have said how they lean', () => {
	const room = TestSummit.bargaining(summit);
	room.lead('askPoll', {});
	const poll = () => projectSummit(summit, room.state, { kind: 'stage' }).polls[0];
	for (const { id } of summit.parties.slice(1)) room.say(id, 'lean', { lean: 'no', unless: null });
	expect(poll()).toMatchObject({ no: 0, isClosed: false });
	room.say(summit.parties[0]!.id, 'lean', { lean: 'yes', unless: null });
	expect(poll()).toMatchObject({ yes: 1, no: summit.parties.length - 1, isClosed: true });
});

test('a poll is counted once it is closed', () => {
	const room = TestSummit.bargaining(summit);
	room.lead('askPoll', {});
	room.say('bank', 'lean', { lean: 'yes', unless: null });
	expect(projectSummit(summit, room.state, { kind: 'stage' }).polls[0]).toMatchObject({
		yes: 0,
		no: 0,
		isClosed: false
	});
	room.lead('reopen', {});
	expect(projectSummit(summit, room.state, { kind: 'stage' }).polls[0]).toMatchObject({
		yes: 1,
		no: 0,
		isClosed: true
	});
});
