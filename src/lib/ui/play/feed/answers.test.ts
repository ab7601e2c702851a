import { describe, expect, test } from 'vitest';
import type { DecisionStanding } from '../../../exercise/availability/standing.ts';
import { decision } from '../../testing/solo-room.ts';
import { answersTo, openQuestions, questionState } from './answers.ts';

const cards = [
	{ ...decision('yes', 'Yes'), answers: ['asks'] },
	{ ...decision('no', 'No'), answers: ['asks'] },
	decision('other', 'Something else')
];
const OPEN: DecisionStanding = { kind: 'open' };
const state = (yes: DecisionStanding, no: DecisionStanding = yes) =>
	questionState(answersTo('asks', cards, { yes, no, other: OPEN }));

describe('the answers to a message', () => {
	test('are its own, and none while it has not come', () => {
		expect(answersTo('asks', cards, { yes: OPEN, no: OPEN, other: OPEN }).map(({ card }) => card.id)).toEqual(
			['yes', 'no']
		);
		expect(answersTo('asks', cards, { yes: { kind: 'notAsked' }, no: { kind: 'notAsked' } })).toEqual([]);
		expect(answersTo('tells', cards, { yes: OPEN, no: OPEN, other: OPEN })).toEqual([]);
	});

	test('are open, given, waiting for a round, or over', () => {
		expect(state(OPEN)).toBe('open');
		expect(state({ kind: 'overBudget', costUsd: 2, leftUsd: 1 })).toBe('open');
		expect(
			state(
				{ kind: 'committed', atMin: 1, canWithdraw: false, neededBy: [] },
				{ kind: 'nothingLeft', because: 'yes' }
			)
		).toBe('given');
		expect(state({ kind: 'decisionsClosed' })).toBe('waiting');
		expect(state({ kind: 'tooLate', untilMin: 5 })).toBe('over');
	});
});

test('messages that can be answered now are found, and no others', () => {
	const injects = [{ inject: 'asks' }, { inject: 'tells' }];
	expect(openQuestions(injects, cards, { yes: OPEN, no: OPEN, other: OPEN })).toEqual([{ inject: 'asks' }]);
	expect(openQuestions(injects, cards, { yes: { kind: 'tooLate', untilMin: 5 } })).toEqual([]);
});
