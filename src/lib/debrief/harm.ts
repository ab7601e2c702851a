import type { Act } from '../exercise/state.ts';
import { amount, type Scope } from '../scenario/expression/evaluate.ts';
import type { Localized, Role } from '../scenario/scenario.ts';
import type { Frame } from '../sim/frame.ts';

/** What a run does to the goals of the roles played. */
export interface Harm {
	/** 0: no outage; 1: as with nobody acting. Of several roles their mean. */
	readonly index: number;
	readonly terms: readonly HarmTerm[];
}

export interface HarmTerm {
	readonly role: string;
	readonly id: string;
	readonly name: Localized;
	readonly unit: Localized;
	readonly weight: number;
	/** What is measured, in its own unit. */
	readonly value: number;
	/** What it adds to the index. */
	readonly harm: number;
}

/** Reads the harm of a run off one of its frames, given what was done by then. */
export type HarmMeter = (frame: Frame, acts: readonly Act[]) => Harm;

/** What measures are read against: see the expressions of a scenario. */
export type ScopeReader = (frame: Frame, acts: readonly Act[]) => Scope;

/**
 * A meter of the harm done to the goals of some roles: each term as a share of what it comes to when nobody acts on the
 * same seed, by its weight. A term that is 0 when nobody acts counts whole as soon as it is more than that.
 *
 * @param none the end of the run in which nobody acts, of the same world and seed as what is measured
 */
export function meterOf(roles: readonly Role[], scopeOf: ScopeReader, none: Frame): HarmMeter {
	const rest = scopeOf(none, []);
	const judged = roles.flatMap(({ id: role, goal }) => {
		return goal === null ? [] : [{ role, terms: goal.terms.map((term) => ({ ...term, role })) }];
	});
	const terms = judged
		.flatMap((one) => one.terms)
		.map((term) => ({ ...term, most: amount(term.measure, rest) }));
	return (frame, acts) => {
		const scope = scopeOf(frame, acts);
		const read = terms.map(({ role, id, name, unit, weight, measure, most }): HarmTerm => {
			const value = amount(measure, scope);
			const share = most > 0 ? value / most : value > 0 ? 1 : 0;
			return { role, id, name, unit, weight, value, harm: (weight * share) / judged.length };
		});
		return { index: read.reduce((sum, { harm }) => sum + harm, 0), terms: read };
	};
}
