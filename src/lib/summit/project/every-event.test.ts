import { describe, expect, test } from 'vitest';
import { summitOf } from '../testing/worked-examples.ts';
import type { SummitEvent, SummitEventType } from '../log/events.ts';
import { SUMMIT_EVENT_TYPES } from '../log/schema.ts';
import { EMPTY_SUMMIT, type SummitState } from '../state.ts';
import { TestSummit } from '../testing/room.ts';
import type { SummitAudience } from './audience.ts';
import { redactSummitEvent } from './redact.ts';

/** Whom each event is shown to, in full: every kind of event for every kind of audience. */

const summit = summitOf('july-2024');
const chairs = (...parties: string[]): SummitAudience => ({ kind: 'chairs', parties });
const AUDIENCES = {
	facilitator: { kind: 'facilitator' },
	evaluator: { kind: 'evaluator' },
	/** The team whose chair it is about. */
	own: chairs('bank'),
	/** The team to whom it was said in confidence, or that was given a word. */
	addressed: chairs('airline'),
	other: chairs('government', 'regulator'),
	observer: { kind: 'observer' },
	stage: { kind: 'stage' },
	phone: { kind: 'phone' }
} as const satisfies Record<string, SummitAudience>;
type Name = keyof typeof AUDIENCES;
const ALL = Object.keys(AUDIENCES) as Name[];
const STAFF: Name[] = ['facilitator', 'evaluator'];

const room = TestSummit.bargaining(summit, { 'sd-rings': 'airline' });
const edits = [{ kind: 'delay', measure: 'sd-rings', laterMonths: 7 }] as const;
const amendment = room.say('bank', 'amend', { edits: [...edits], to: ['airline'] });

const EVENTS: { [Type in SummitEventType]: [SummitEvent & { type: Type }, Name[]] } = {
	summitOpened: [room.log[0]!.event as SummitEvent & { type: 'summitOpened' }, ALL],
	chairGiven: [{ type: 'chairGiven', party: 'bank', team: 'blue' }, ALL],
	audienceWeighed: [{ type: 'audienceWeighed', weight: 2 }, ALL],
	monthsChosen: [{ type: 'monthsChosen', months: 12 }, ALL],
	audienceHeard: [{ type: 'audienceHeard', ballot: 'b', asked: 'ratify', choice: 'yes', weight: 2 }, ALL],
	stepUndone: [{ type: 'stepUndone', of: 'c1' }, ALL],
	statementMade: [{ type: 'statementMade', party: 'bank', interests: [], redLine: 0, offer: 0 }, ALL],
	stepEntered: [{ type: 'stepEntered', step: 'poll', round: 1 }, ALL],
	paused: [{ type: 'paused' }, ALL],
	resumed: [{ type: 'resumed' }, ALL],
	caucusOpened: [{ type: 'caucusOpened', members: ['bank', 'airline'] }, ALL],
	textChanged: [{ type: 'textChanged', by: 'bank', edits: [...edits], through: null }, ALL],
	amendmentMoved: [
		{ type: 'amendmentMoved', amendment, by: 'bank', edits: [...edits], to: ['airline'] },
		[...STAFF, 'own', 'addressed']
	],
	amendmentOvertaken: [
		{ type: 'amendmentOvertaken', amendment, by: 'bank', because: 'notInText', measure: 'sd-rings' },
		[...STAFF, 'own', 'addressed']
	],
	answered: [
		{ type: 'answered', amendment, party: 'airline', answer: 'for', because: null },
		[...STAFF, 'own', 'addressed']
	],
	disclosed: [{ type: 'disclosed', amendment, by: 'airline' }, ALL],
	pledged: [{ type: 'pledged', by: 'bank', to: 'airline', promises: 'sayYes', measure: null }, ALL],
	stanceTaken: [{ type: 'stanceTaken', party: 'bank', isContent: true, because: null }, ALL],
	leant: [{ type: 'leant', party: 'bank', lean: 'no', unless: null }, [...STAFF, 'own']],
	voted: [{ type: 'voted', party: 'bank', vote: 'no' }, [...STAFF, 'own']],
	trustMoved: [
		{ type: 'trustMoved', who: 'bank', whom: 'airline', step: 0.1, because: 'kept' },
		[...STAFF, 'own']
	],
	ballotClosed: [
		{
			type: 'ballotClosed',
			result: { end: 'failed', signatories: [], measures: [], imposed: [], limits: [], missing: [] }
		},
		ALL
	]
};

describe.each(SUMMIT_EVENT_TYPES)('%s', (type) => {
	const [event, to] = EVENTS[type];
	test.each(ALL)('for %s', (name) => {
		const told = redactSummitEvent(room.state, { command: 'c', event }, AUDIENCES[name]);
		expect(told.event !== null).toBe(to.includes(name));
	});
});

test('of an opening each is told whom they themselves believe, and nobody else', () => {
	const rows = (name: Name) => {
		const [event] = EVENTS.summitOpened;
		const told = redactSummitEvent(room.state, { command: 'c', event }, AUDIENCES[name]).event;
		return told?.type === 'summitOpened' ? Object.keys({ ...told.trust, ...told.trustAtFirst }) : null;
	};
	expect(rows('facilitator')).toHaveLength(summit.parties.length);
	expect(rows('own')).toEqual(['bank']);
	for (const name of ['observer', 'stage', 'phone'] as const) expect(rows(name)).toEqual([]);
});

test('once it is disclosed everybody is shown an offer in confidence', () => {
	const state: SummitState = {
		...EMPTY_SUMMIT,
		amendments: room.state.amendments.map((one) => ({ ...one, to: null }))
	};
	const [event] = EVENTS.amendmentMoved;
	for (const name of ALL) {
		expect(redactSummitEvent(state, { command: 'c', event }, AUDIENCES[name]).event).not.toBeNull();
	}
});
