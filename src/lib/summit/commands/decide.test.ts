import { describe, expect, test } from 'vitest';
import { chair, TestSummit } from '../testing/room.ts';
import { summitOf } from '../testing/worked-examples.ts';
import { itemOf } from '../accord/accord.ts';
import { OPEN_AT_MOST, TABLED_AT_MOST } from './text.ts';

const summit = summitOf('july-2024');
const FACILITATOR = { kind: 'facilitator' } as const;
const strike = (measure: string) => ({ edits: [{ kind: 'strike' as const, measure }], to: null });
const add = (measure: string) => ({ edits: [{ kind: 'add' as const, measure }], to: null });
const isIn = ({ state }: TestSummit, measure: string) => itemOf(state.text, measure) !== undefined;

describe('commands', () => {
	test('anything may be sent; nothing but a command of this summit is taken', () => {
		const room = TestSummit.opened(summit);
		for (const rubbish of [
			null,
			7,
			'x',
			{},
			{ id: 'a', type: 'amend' },
			{ id: '', type: 'amend', payload: {} }
		]) {
			expect(room.answerTo(chair('bank'), rubbish).kind).toBe('refused');
		}
		expect(room.answerTo(chair('bank'), { id: 'a', type: 'constructor', payload: {} })).toMatchObject({
			refusal: { code: 'unknownCommand' }
		});
	});

	test('a command that is sent again is accepted again, and happens once', () => {
		const room = TestSummit.bargaining(summit);
		const command = { id: 'once', type: 'amend', payload: add('te-validator') };
		const first = room.answerTo(chair('bank'), command);
		const events = room.log.length;
		expect(room.answerTo(chair('bank'), command)).toEqual({ ...first, events: [] });
		expect(room.log).toHaveLength(events);
	});

	test('each is for its senders and its steps; nothing happens before the opening or while time stands', () => {
		const fresh = new TestSummit(summit);
		expect(fresh.tries(chair('bank'), 'makeStatement', { interests: [], redLine: null, offer: null })).toBe(
			'notOpened'
		);
		const room = TestSummit.bargaining(summit);
		expect(room.tries(chair('bank'), 'endRound', {})).toBe('notAllowed');
		expect(room.tries(FACILITATOR, 'castVote', { vote: 'yes' })).toBe('notAllowed');
		expect(room.tries(chair('bank'), 'castVote', { vote: 'yes' })).toBe('wrongStep');
		expect(room.tries(chair('nobody'), 'amend', add('te-lab'))).toBe('unknownParty');
		room.lead('pause', {});
		expect(room.tries(chair('bank'), 'amend', add('te-lab'))).toBe('paused');
		room.lead('resume', {});
		expect(room.tries(chair('bank'), 'amend', add('te-lab'))).toBeNull();
	});

	test('tabling begins once everybody has spoken, and nobody speaks twice', () => {
		const room = TestSummit.opened(summit);
		for (const [at, { id }] of summit.parties.entries()) {
			expect(room.state.position.step).toBe('opening');
			room.say(id, 'makeStatement', { interests: ['market'], redLine: null, offer: null });
			if (at === 0) {
				expect(room.tries(chair(id), 'makeStatement', { interests: [], redLine: null, offer: null })).toBe(
					'alreadyStated'
				);
			}
		}
		expect(room.state.position.step).toBe('tabling');
	});
});

describe('the text', () => {
	test('anybody adds to it, and alone changes what they tabled; what another tabled is put to the others', () => {
		const room = TestSummit.bargaining(summit, { 'sd-rings': 'airline' });
		room.say('airline', 'amend', {
			edits: [{ kind: 'set', measure: 'sd-rings', parameter: 'rings', value: 5 }],
			to: null
		});
		expect(itemOf(room.state.text, 'sd-rings')!.parameters).toEqual({ rings: 5 });
		room.say('security-vendor', 'amend', strike('sd-rings'));
		expect(isIn(room, 'sd-rings')).toBe(true);
		expect(room.state.amendments).toHaveLength(1);
	});

	test('an amendment goes in when whoever tabled it agrees', () => {
		const room = TestSummit.bargaining(summit, { 'sd-rings': 'airline' });
		const amendment = room.say('security-vendor', 'amend', strike('sd-rings'));
		room.say('bank', 'answer', { amendment, answer: 'for', because: null });
		expect(isIn(room, 'sd-rings')).toBe(true);
		room.say('airline', 'answer', { amendment, answer: 'for', because: null });
		expect(isIn(room, 'sd-rings')).toBe(false);
		expect(room.state.amendments[0].state).toBe('adopted');
	});

	test('or when most of the parties back it, against whoever tabled it', () => {
		const room = TestSummit.bargaining(summit, { 'sd-rings': 'airline' });
		const amendment = room.say('security-vendor', 'amend', strike('sd-rings'));
		const backers = ['platform-owner', 'rival-vendor', 'small-vendor', 'bank'];
		room.say('airline', 'answer', { amendment, answer: 'against', because: null });
		for (const [at, party] of backers.entries()) {
			expect(isIn(room, 'sd-rings'), party).toBe(true);
			room.say(party, 'answer', { amendment, answer: 'for', because: null });
			expect(isIn(room, 'sd-rings'), party).toBe(at < backers.length - 1);
		}
	});

	test('nobody pays for another against their will, however many want it', () => {
		const room = TestSummit.bargaining(summit, { 'sd-rings': 'small-vendor' });
		const cover = {
			kind: 'cover',
			measure: 'sd-rings',
			of: 'small-vendor',
			by: 'platform-owner',
			share: 1
		} as const;
		const amendment = room.say('small-vendor', 'amend', { edits: [cover], to: null });
		const all = summit.parties
			.map(({ id }) => id)
			.filter((id) => id !== 'small-vendor' && id !== 'platform-owner');
		for (const party of all) room.say(party, 'answer', { amendment, answer: 'for', because: null });
		expect(itemOf(room.state.text, 'sd-rings')!.covers).toEqual([]);
		room.say('platform-owner', 'answer', { amendment, answer: 'for', because: null });
		expect(itemOf(room.state.text, 'sd-rings')!.covers).toEqual([
			{ of: 'small-vendor', by: 'platform-owner', share: 1 }
		]);
	});

	test('whoever is helped takes a gift for itself: it does not wait for whoever tabled the measure', () => {
		const room = TestSummit.bargaining(summit, { 'sd-rings': 'airline' });
		const cover = { kind: 'cover', measure: 'sd-rings', of: 'small-vendor', share: 1 } as const;
		const gift = room.say('government', 'amend', { edits: [{ ...cover, by: 'government' }], to: null });
		const covers = () => itemOf(room.state.text, 'sd-rings')!.covers;
		room.say('bank', 'answer', { amendment: gift, answer: 'for', because: null });
		expect(covers()).toEqual([]);
		room.say('small-vendor', 'answer', { amendment: gift, answer: 'for', because: null });
		expect(covers()).toEqual([{ of: 'small-vendor', by: 'government', share: 1 }]);
		const withMore = room.say('bank', 'amend', {
			edits: [
				{ ...cover, of: 'rival-vendor', by: 'bank' },
				{ kind: 'delay', measure: 'sd-rings', laterMonths: 6 }
			],
			to: null
		});
		room.say('rival-vendor', 'answer', { amendment: withMore, answer: 'for', because: null });
		expect(covers()).toHaveLength(1);
		room.say('airline', 'answer', { amendment: withMore, answer: 'for', because: null });
		expect(covers()).toHaveLength(2);
	});

	test('always holds together: prerequisites, conflicts, ranges, and somebody left to do it', () => {
		const room = TestSummit.bargaining(summit, {
			'ma-switch': 'platform-owner',
			'pr-user-mode': 'government'
		});
		const by = chair('platform-owner');
		expect(room.tries(by, 'amend', add('ma-switch'))).toBe('alreadyInText');
		expect(room.tries(by, 'amend', add('ma-cap'))).toBe('conflicts');
		expect(room.tries(by, 'amend', add('sd-bake'))).toBe('needs');
		expect(room.tries(by, 'amend', add('nothing'))).toBe('unknownMeasure');
		expect(room.tries(by, 'amend', strike('te-lab'))).toBe('notInText');
		const set = (parameter: string, value: number) => ({
			edits: [{ kind: 'set' as const, measure: 'ma-switch', parameter, value }],
			to: null
		});
		expect(room.tries(by, 'amend', set('share', 61))).toBe('outOfRange');
		expect(room.tries(by, 'amend', set('shares', 20))).toBe('unknownParameter');
		expect(room.tries(by, 'amend', set('share', 30))).toBe('changesNothing');
		room.say('platform-owner', 'amend', add('pr-parity'));
		const exempt = { kind: 'exempt' as const, measure: 'pr-parity', party: 'platform-owner' };
		expect(room.tries(by, 'amend', { edits: [{ ...exempt, untilMonth: 36 }], to: null })).toBe('hollow');
		expect(room.tries(by, 'amend', { edits: [{ ...exempt, untilMonth: 24 }], to: null })).toBeNull();
		room.say('government', 'amend', {
			edits: [{ kind: 'strike', measure: 'pr-parity' }],
			to: ['platform-owner']
		});
		expect(room.tries(chair('government'), 'amend', strike('pr-user-mode'))).toBe('needs');
	});

	test('nobody floods it', () => {
		const room = TestSummit.bargaining(summit, { 'sd-rings': 'airline' });
		const measures = summit.measures
			.filter(({ theme }) => theme === 'recovery' || theme === 'contingency')
			.map(({ id }) => id);
		for (const measure of measures.slice(0, TABLED_AT_MOST)) room.say('bank', 'amend', add(measure));
		expect(room.tries(chair('bank'), 'amend', add(measures[TABLED_AT_MOST]))).toBe('tabledEnough');
		for (let months = 1; months <= OPEN_AT_MOST; months++) {
			room.say('bank', 'amend', {
				edits: [{ kind: 'delay', measure: 'sd-rings', laterMonths: months }],
				to: null
			});
		}
		expect(room.tries(chair('bank'), 'amend', strike('sd-rings'))).toBe('movedEnough');
		room.lead('endRound', {});
		expect(room.tries(chair('bank'), 'amend', strike('sd-rings'))).toBeNull();
	});
});

describe('offers in confidence', () => {
	const offered = () => {
		const room = TestSummit.bargaining(summit, { 'sd-rings': 'airline' });
		const edits = [{ kind: 'delay' as const, measure: 'sd-rings', laterMonths: 6 }];
		const amendment = room.say('platform-owner', 'amend', { edits, to: ['small-vendor'] });
		return { room, amendment };
	};

	test('are answered by those to whom they were made; to others they are not there', () => {
		const { room, amendment } = offered();
		const yes = { amendment, answer: 'for' as const, because: null };
		expect(room.tries(chair('bank'), 'answer', yes)).toBe('unknownAmendment');
		expect(room.tries(chair('bank'), 'disclose', { amendment })).toBe('unknownAmendment');
		expect(room.tries(chair('platform-owner'), 'answer', yes)).toBe('yourOwn');
		room.say('small-vendor', 'answer', yes);
		expect(room.state.amendments[0].to).toBeNull();
		room.say('airline', 'answer', yes);
		expect(itemOf(room.state.text, 'sd-rings')!.laterMonths).toBe(6);
	});

	test('whoever tells of one is believed less by whoever made it', () => {
		const { room, amendment } = offered();
		const before = room.state.trust['platform-owner']['small-vendor'];
		room.say('small-vendor', 'disclose', { amendment });
		expect(room.state.amendments[0].to).toBeNull();
		expect(room.state.trust['platform-owner']['small-vendor']).toBeCloseTo(before * 0.8, 10);
	});
});

describe('trust at the table', () => {
	test('an empty concession is heard once; the second costs', () => {
		const room = TestSummit.bargaining(summit, { 'sd-rings': 'airline' });
		const trust = () => room.state.trust['bank']['platform-owner'];
		const before = trust();
		const empty = { kind: 'empty', because: 'tooLittle' } as const;
		for (const laterMonths of [1, 2]) {
			const edits = [{ kind: 'delay' as const, measure: 'sd-rings', laterMonths }];
			const amendment = room.say('platform-owner', 'amend', { edits, to: null });
			room.say('bank', 'answer', { amendment, answer: 'against', because: empty });
			if (laterMonths === 1) expect(trust()).toBe(before);
		}
		expect(trust()).toBeCloseTo(before * 0.97, 10);
	});

	test('a word that was kept is believed more, one that was broken less', () => {
		const ended = (vote: 'yes' | 'no') => {
			const room = TestSummit.bargaining(summit, { 'sd-rings': 'airline' });
			room.say('bank', 'pledge', { to: 'airline', promises: 'sayYes', measure: null });
			room.lead('callBallot', {});
			for (const { id } of summit.parties) room.say(id, 'castVote', { vote: id === 'bank' ? vote : 'yes' });
			const before = room.state.trust.airline.bank;
			room.lead('closeBallot', {});
			return room.state.trust.airline.bank - before;
		};
		expect(ended('yes')).toBeGreaterThan(0);
		expect(ended('no')).toBeLessThan(0);
	});

	test('whoever was content with a text and then says no to it is believed less by everybody', () => {
		const room = TestSummit.bargaining(summit, { 'sd-rings': 'airline' });
		room.say('bank', 'takeStance', { isContent: true, because: null });
		room.say('regulator', 'takeStance', { isContent: false, because: { kind: 'tooLittle' } });
		room.lead('callBallot', {});
		for (const { id } of summit.parties) room.say(id, 'castVote', { vote: 'no' });
		const { trust: before } = room.state;
		room.lead('closeBallot', {});
		for (const { id } of summit.parties.filter((party) => party.id !== 'bank')) {
			expect(room.state.trust[id].bank, id).toBeLessThan(before[id].bank);
		}
		expect(room.state.trust.airline.regulator).toBe(before.airline.regulator);
	});
});

describe('polls and ballots', () => {
	test('there are as many polls as the scenario says', () => {
		const room = TestSummit.bargaining(summit);
		for (let polls = 0; polls < summit.rules.polls; polls++) {
			room.lead('askPoll', {});
			room.lead('reopen', {});
		}
		expect(room.tries(FACILITATOR, 'askPoll', {})).toBe('cannotMove');
	});

	test('rounds end where they were limited; then there is the ballot', () => {
		const room = TestSummit.bargaining(summit, {}, 2);
		room.lead('endRound', {});
		expect(room.tries(FACILITATOR, 'endRound', {})).toBe('cannotMove');
		expect(room.tries(FACILITATOR, 'callBallot', {})).toBeNull();
	});

	test('in the ballot the text stands, a vote is given once, and it is counted when all have voted or time is up', () => {
		const room = TestSummit.bargaining(summit, { 'sd-rings': 'airline' });
		room.lead('callBallot', {});
		expect(room.tries(chair('airline'), 'amend', strike('sd-rings'))).toBe('wrongStep');
		room.say('airline', 'castVote', { vote: 'yes' });
		expect(room.tries(chair('airline'), 'castVote', { vote: 'no' })).toBe('alreadyVoted');
		expect(room.tries(FACILITATOR, 'closeBallot', {})).toBe('notAllVoted');
		expect(room.tries({ kind: 'clock' }, 'closeBallot', {})).toBeNull();
		expect(room.state.position.step).toBe('failed');
		expect(room.state.result!.signatories).toEqual(['airline']);
	});

	test('talks aside are for their members', () => {
		const room = TestSummit.bargaining(summit, { 'sd-rings': 'airline' });
		room.lead('openCaucus', { members: ['airline', 'bank'] });
		expect(room.tries(chair('regulator'), 'amend', strike('sd-rings'))).toBe('notInCaucus');
		expect(room.tries(chair('bank'), 'amend', strike('sd-rings'))).toBeNull();
		room.lead('closeCaucus', {});
		expect(room.tries(chair('regulator'), 'amend', add('go-board'))).toBeNull();
	});
});
