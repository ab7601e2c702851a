import { describe, expect, it } from 'vitest';
import type { Progress } from '../../../room/progress.ts';
import type { DecisionDetails } from '../../../client/room/scenario-summary.ts';
import type { DecisionView } from '../../../exercise/project/project.ts';
import { choicesOf, isOffered, type Standpoint } from './decisions.ts';

function card(id: string, more: Partial<DecisionDetails> = {}): DecisionDetails {
	return {
		...{ id, role: 'bank', phase: 'incident', moves: 'repair', title: { en: id }, text: { en: id } },
		...{ default: null, costUsd: 100, attention: 1, leadMin: 0, fromMin: null, untilMin: null },
		...{ requires: [], facts: [], assumed: null },
		...more
	};
}

function act(decision: string, atMin: number): DecisionView {
	return { seat: 'bank', decision, atMin, rationale: null, confidencePct: null };
}

const DECIDING: Progress = { kind: 'deciding', part: 'incident', round: 2, rounds: 5, nextStopMin: 90 };
const RECOVERING: Progress = { ...DECIDING, part: 'recovery' };

/** Where each decision stands at minute 60 of an incident, unless said otherwise. */
function kinds(decisions: DecisionDetails[], more: Partial<Standpoint> = {}): string[] {
	const purses = [{ role: 'bank', spentUsd: 0, leftUsd: 500, attentionLeft: 2 }];
	const at: Standpoint = { facts: { decisions }, progress: DECIDING, minute: 60, taken: [], purses, ...more };
	return choicesOf(at).map(({ card: { id }, standing }) => `${id} ${standing.kind}`);
}

describe('where a decision stands', () => {
	it('is open from its first minute on and closed from its last one on', () => {
		expect(kinds([card('a', { fromMin: 60, untilMin: 61 })])).toEqual(['a open']);
		expect(kinds([card('a', { fromMin: 61 })])).toEqual(['a opensAt']);
		expect(kinds([card('a', { untilMin: 60 })])).toEqual(['a closedAt']);
	});

	it('is locked by what it needs, then by money, then by attention', () => {
		expect(kinds([card('a', { requires: ['b'], costUsd: 900, attention: 9 })])).toEqual(['a needs']);
		expect(kinds([card('a', { costUsd: 501, attention: 9 })])).toEqual(['a overBudget']);
		expect(kinds([card('a', { costUsd: 500, attention: 3 })])).toEqual(['a noAttention']);
		expect(kinds([card('a', { costUsd: 500, attention: 2 })])).toEqual(['a open']);
	});

	it('is closed by what leaves nothing for it to do, and then not put before anybody', () => {
		const decisions = [card('a', { unless: ['b'] }), card('b')];
		expect(kinds(decisions)).toEqual(['a open', 'b open']);
		expect(kinds(decisions, { taken: [act('b', 30)] })).toEqual(['a leftNothing', 'b taken']);
		const taken = [act('b', 30)];
		const choices = choicesOf({ facts: { decisions }, progress: DECIDING, minute: 60, purses: [], taken });
		expect(choices.some(isOffered)).toBe(false);
	});

	it('can be taken back in its round only, and not while another one rests on it', () => {
		const decisions = [card('a'), card('b', { requires: ['a'] })];
		const stood = (atMin: number) =>
			choicesOf({
				...{ facts: { decisions }, progress: DECIDING, minute: 60, purses: [] },
				taken: [act('a', atMin), act('b', 60)]
			})[0]!.standing;
		expect(stood(60)).toMatchObject({ kind: 'chosen', neededBy: ['b'] });
		expect(stood(30)).toMatchObject({ kind: 'taken' });
	});

	it('of preparation is chosen although it is dated before the start, and gone in the incident', () => {
		const decisions = [card('a', { phase: 'preparation', untilMin: 0 })];
		const taken = [act('a', -1)];
		expect(kinds(decisions, { progress: { kind: 'preparation' }, minute: 0, taken })).toEqual(['a chosen']);
		expect(kinds(decisions, { taken })).toEqual([]);
	});

	it('of the incident is still offered while recovering, after what recovering asks', () => {
		const decisions = [card('a'), card('b', { phase: 'recovery' })];
		expect(kinds(decisions)).toEqual(['a open']);
		expect(kinds(decisions, { progress: RECOVERING })).toEqual(['a open', 'b open']);
	});

	it('is put before the person while it can be chosen or something could make it so', () => {
		const offered = (decision: DecisionDetails) =>
			choicesOf({
				...{ facts: { decisions: [decision] }, progress: DECIDING, minute: 60, taken: [] },
				purses: [{ role: 'bank', spentUsd: 0, leftUsd: 500, attentionLeft: 2 }]
			}).filter(isOffered).length;
		expect(offered(card('a'))).toBe(1);
		expect(offered(card('a', { costUsd: 900 }))).toBe(1);
		expect(offered(card('a', { untilMin: 10 }))).toBe(0);
	});
});
