import { describe, expect, test } from 'vitest';
import { playOut } from '../testing/play-out.ts';
import { ON_RECORD, TestSummit } from '../testing/room.ts';
import { summitOf } from '../testing/worked-examples.ts';
import { EMPTY_SUMMIT } from '../state.ts';
import type { LoggedEvent, SummitEvent } from './events.ts';
import { evolve } from './evolve.ts';
import { summitEventFault } from './log-check.ts';
import { negotiationRules, summitStateOf } from './negotiated.ts';
import { readSummitEvent } from './schema.ts';

const summit = summitOf('july-2024');
const rules = negotiationRules(summit);

/** What a log that was written and read again says of each of its events. */
function faultsIn(log: readonly LoggedEvent[]): (string | null)[] {
	const kept = JSON.parse(JSON.stringify(log)) as LoggedEvent[];
	return kept.map((entry, at) => rules.fault(kept.slice(0, at), entry));
}

/** What is wrong with one more event after a summit. */
function after({ state }: TestSummit, event: SummitEvent): string | null {
	return readSummitEvent(event) === null ? 'badValue' : summitEventFault(summit, state, event);
}

describe('a log of a summit', () => {
	test.each(['a', 'b', 'c'])('that was played is read back as it was (seed %s)', (seed) => {
		const { log, state } = playOut(summit, ON_RECORD, seed, 2);
		expect(faultsIn(log).filter((fault) => fault !== null)).toEqual([]);
		expect(summitStateOf(JSON.parse(JSON.stringify(log)) as LoggedEvent[])).toEqual(state);
	});

	test('that people played, with offers in confidence and a step taken back, is too', () => {
		const room = TestSummit.bargaining(summit, { 'sd-rings': 'airline' });
		const edits = [{ kind: 'delay' as const, measure: 'sd-rings', laterMonths: 7 }];
		const amendment = room.say('bank', 'amend', { edits, to: ['airline'] });
		room.say('airline', 'answer', { amendment, answer: 'for', because: { kind: 'better' } });
		const of = room.lead('askPoll', {});
		room.lead('undoStep', { of });
		room.lead('hearAudience', { ballot: 'b1', asked: 'measure', choice: 'te-validator' });
		room.lead('callBallot', {});
		room.lead('closeBallot', { withoutMissing: true });
		expect(faultsIn(room.log).filter((fault) => fault !== null)).toEqual([]);
	});

	test('is folded as it grows, and comes to the same', () => {
		const { log } = playOut(summit, ON_RECORD, 'grows', 1);
		for (let length = 1; length <= log.length; length += 7) {
			const all = log.slice(0, length);
			expect(summitStateOf(all)).toEqual(all.reduce(evolve, EMPTY_SUMMIT));
		}
	});
});

describe('what cannot follow is named', () => {
	const bargaining = () => TestSummit.bargaining(summit, { 'sd-rings': 'airline' });
	const reason = (because: unknown) =>
		({ type: 'stanceTaken', party: 'bank', isContent: false, because }) as SummitEvent;
	const edits = [{ kind: 'strike', measure: 'sd-rings' }] as const;
	test.each<[string, SummitEvent, string]>([
		['a party that is not there', { type: 'voted', party: 'circus', vote: 'yes' }, 'unknownParty'],
		['a vote before the ballot', { type: 'voted', party: 'bank', vote: 'yes' }, 'wrongStep'],
		['a lean outside of a poll', { type: 'leant', party: 'bank', lean: 'no', unless: null }, 'wrongStep'],
		['a step out of turn', { type: 'stepEntered', step: 'ratified', round: 1 }, 'doesNotFollow'],
		[
			'a text that nobody may change alone',
			{ type: 'textChanged', by: 'bank', edits, through: null },
			'textCannotBe'
		],
		[
			'an amendment that nobody moved',
			{ type: 'textChanged', by: 'bank', edits, through: 'x' },
			'unknownAmendment'
		],
		[
			'an answer to nothing',
			{ type: 'answered', amendment: 'x', party: 'bank', answer: 'for', because: null },
			'unknownAmendment'
		],
		[
			'a reason by a line that the brief does not hold',
			reason({ kind: 'redLine', redLine: 30 }),
			'reasonCannotBe'
		],
		[
			'a reason about a measure that is not there',
			reason({ kind: 'market', measure: 'sd-moon' }),
			'reasonCannotBe'
		],
		['a reason that is none', reason({ kind: 'weather' }), 'badValue'],
		['a second opening', TestSummit.opened(summit).log[0]!.event, 'openedTwice'],
		[
			'an answer that the audience was not asked for',
			{ type: 'audienceHeard', ballot: 'b', asked: 'ratify', choice: 'perhaps', weight: 3 },
			'unknownChoice'
		],
		['more votes of an audience than there can be', { type: 'audienceWeighed', weight: 99 }, 'badValue'],
		['months that nobody can choose', { type: 'monthsChosen', months: 18 as 12 }, 'badValue'],
		['a step taken back that is not the latest', { type: 'stepUndone', of: 'c0' }, 'notUndoable'],
		[
			'a result out of turn',
			{
				type: 'ballotClosed',
				result: { end: 'failed', signatories: [], measures: [], imposed: [], limits: [], missing: [] }
			},
			'wrongStep'
		]
	])('%s', (_what, event, fault) => expect(after(bargaining(), event)).toBe(fault));

	test('a result that the votes do not come to', () => {
		const room = bargaining();
		room.lead('callBallot', {});
		const result = {
			...({ end: 'ratified', signatories: ['bank'], measures: ['sd-rings'] } as const),
			...{ imposed: [], limits: [], missing: [] }
		};
		expect(after(room, { type: 'ballotClosed', result })).toBe('otherResult');
	});

	test('anything before the opening, and anything after the end', () => {
		expect(rules.fault([], { command: 'a', event: { type: 'paused' } })).toBe('notOpened');
		const { log } = playOut(summit, ON_RECORD, 'ends', 1);
		expect(rules.fault(log, log[5]!)).toBe('afterItsEnd');
		const looks = { command: 'b', event: { type: 'monthsChosen', months: 12 } };
		expect(rules.fault(log, looks), 'but for when the next outages come').toBeNull();
	});
});
