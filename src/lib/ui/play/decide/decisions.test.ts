import { describe, expect, it } from 'vitest';
import type { DecisionStanding } from '../../../exercise/availability/standing.ts';
import type { DecisionDetails } from '../../../room/facts/scenario-summary.ts';
import { choicesOf, isOffered } from './decisions.ts';

const decision = (id: string) => ({ id }) as unknown as DecisionDetails;
const committed = (atMin: number): DecisionStanding => ({
	...{ kind: 'committed', atMin, canWithdraw: true, neededBy: [] }
});

/** What stands on the screen of a round at minute 60, and of that what is put before the person. */
function shown(standings: Record<string, DecisionStanding>) {
	const choices = choicesOf(['b', 'a', 'c'].map(decision), standings, 60);
	return {
		all: choices.map(({ card }) => card.id),
		chosen: choices.filter(({ isChosen }) => isChosen).map(({ card }) => card.id),
		offered: choices.filter(isOffered).map(({ card }) => card.id)
	};
}

describe('the decisions of a round', () => {
	it('stand in the order of the scenario, as the exercise says that they stand', () => {
		const { all, offered } = shown({ a: { kind: 'open' }, b: { kind: 'notYet', fromMin: 90 } });
		expect(all).toEqual(['b', 'a']);
		expect(offered).toEqual(['a']);
	});

	it('are chosen where they were committed at its minute; those of earlier rounds are asked no more', () => {
		expect(shown({ a: committed(60), b: committed(30) })).toEqual({
			all: ['a'],
			chosen: ['a'],
			offered: ['a']
		});
	});

	it('are offered, but locked, where something else would have to be different', () => {
		const { offered } = shown({
			a: { kind: 'waitingFor', decisions: ['b'] },
			b: { kind: 'overBudget', costUsd: 9, leftUsd: 5 },
			c: { kind: 'noAttention', attention: 2, attentionLeft: 1 }
		});
		expect(offered).toEqual(['b', 'a', 'c']);
	});

	it('are not offered too late, nor where nothing is left to do, nor in another phase', () => {
		const { offered } = shown({
			a: { kind: 'tooLate', untilMin: 40 },
			b: { kind: 'nothingLeft', because: 'c' },
			c: { kind: 'otherPhase', phases: ['preparation'] }
		});
		expect(offered).toEqual([]);
	});
});
