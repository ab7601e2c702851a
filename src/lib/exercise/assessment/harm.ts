import { amount } from '../../scenario/expression/evaluate.ts';
import type { GoalTerm } from '../../scenario/scenario.ts';
import type { Frame } from '../../sim/observe/frame.ts';
import type { CostedAct } from '../availability/budget.ts';
import { roleOf, type ExerciseScenario } from '../scenario/scenario.ts';
import { scopeOf } from '../scenario/scope.ts';

/** How much harm a run did to what a role is judged by. */
export interface RoleHarm {
	readonly role: string;
	/** 0: as without an outage and without spending; 1: as with nobody acting. It can be more, up to 2. */
	readonly index: number;
	readonly terms: readonly TermHarm[];
}

export interface TermHarm extends Pick<GoalTerm, 'id' | 'name' | 'unit' | 'weight'> {
	/** In the term's unit: in this run, and with nobody acting. */
	readonly value: number;
	readonly noneValue: number;
	/** What it adds to the index. */
	readonly harm: number;
}

/**
 * The harm that a run did to a role's goal: each measure as a share of what it comes to when nobody acts, by its weight.
 * A measure that is 0 when nobody acts counts whole as soon as it is above 0; none counts more than twice its weight.
 *
 * @param frame the run at its end
 * @param none the end of the same world under the same seed with nobody acting
 * @param acts what was done in the run
 * @returns null for a role that is judged by nothing
 */
export function harmOf(
	scenario: ExerciseScenario,
	role: string,
	frame: Frame,
	none: Frame,
	acts: readonly CostedAct[]
): RoleHarm | null {
	const goal = roleOf(scenario, role)?.goal ?? null;
	if (goal === null) return null;
	const here = scopeOf(frame, acts, scenario);
	const there = scopeOf(none, [], scenario);
	const terms = goal.terms.map(({ id, name, unit, weight, measure }): TermHarm => {
		const value = amount(measure, here);
		const noneValue = amount(measure, there);
		const share = noneValue > 0 ? value / noneValue : value > 0 ? 1 : 0;
		return { id, name, unit, weight, value, noneValue, harm: weight * bounded(share) };
	});
	return { role, index: terms.reduce((sum, { harm }) => sum + harm, 0), terms };
}

/**
 * A share of what nobody's acting comes to as it counts: as it is up to 1, and beyond that always more, but never 2: a
 * rare thing that becomes many times as frequent must not outweigh everything else that a role is judged by.
 */
export function bounded(share: number): number {
	return share <= 1 ? share : 2 - 1 / share;
}
