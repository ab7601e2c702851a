import { describe, expect, it } from 'vitest';
import type { DecisionDetails } from '../../../room/facts/scenario-summary.ts';
import type { Choice } from './decisions.ts';
import { inReadingOrder, isNewlyOpen, type RoundAt } from './order.ts';

function open(id: string, more: Partial<DecisionDetails> = {}): Choice {
	const card: DecisionDetails = {
		...{ id, role: 'bank', phase: 'incident', moves: 'repair', title: { en: id }, text: { en: id } },
		...{ default: null, costUsd: 100, attention: 1, leadMin: 0, fromMin: 24, untilMin: null },
		...{ requires: [], facts: [], assumed: null },
		...more
	};
	return { card, standing: { kind: 'open' }, isChosen: false };
}

const ROUND: RoundAt = { minute: 480, lastStopMin: 150, cut: { recoveryFromMin: 480 }, taken: [] };
const ids = (choices: readonly Choice[]) => choices.map(({ card }) => card.id);

describe('the order in which choices are read', () => {
	it('begins with what opened since the last stop', () => {
		const choices = [open('old'), open('new', { fromMin: 151 }), open('older')];
		expect(ids(inReadingOrder(choices, ROUND))).toEqual(['new', 'old', 'older']);
	});

	it('counts what belongs to recovery as new in the first round of recovery only', () => {
		const choice = open('mend', { phase: 'recovery', fromMin: null });
		expect(isNewlyOpen(choice, ROUND)).toBe(true);
		expect(isNewlyOpen(choice, { ...ROUND, minute: 600, lastStopMin: 480 })).toBe(false);
	});

	it('calls nothing new in the first round, where everything is', () => {
		expect(isNewlyOpen(open('a'), { ...ROUND, minute: 24, lastStopMin: 0 })).toBe(false);
	});

	it('ends with what rests on a decision of this round or of none, so that choosing moves no card', () => {
		const choices = [open('second', { requires: ['first'], fromMin: 480 }), open('first')];
		const act = { seat: 'bank', decision: 'first', rationale: null, confidencePct: null };
		expect(ids(inReadingOrder(choices, ROUND))).toEqual(['first', 'second']);
		expect(ids(inReadingOrder(choices, { ...ROUND, taken: [{ ...act, atMin: 480 }] }))).toEqual([
			'first',
			'second'
		]);
		expect(ids(inReadingOrder(choices, { ...ROUND, taken: [{ ...act, atMin: 150 }] }))[0]).toBe('second');
	});
});
