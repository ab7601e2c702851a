import { harmOf, type TermHarm } from '../../exercise/assessment/harm.ts';
import type { ExerciseScenario } from '../../exercise/scenario/scenario.ts';
import type { Act } from '../../exercise/state.ts';
import type { Frame } from '../../sim/observe/frame.ts';

/** What a run does to the goals of the roles played. */
export interface Harm {
	/** 0: no outage and nothing spent; 1: as much as without any act. Of several roles their mean. */
	readonly index: number;
	readonly terms: readonly RoleTerm[];
}

export interface RoleTerm extends TermHarm {
	readonly role: string;
}

/** Reads the harm of a run off one of its frames, given what is done in it. */
export type HarmMeter = (frame: Frame, acts: readonly Act[]) => Harm;

/**
 * A meter of the harm done to the goals of some roles.
 *
 * @param none the end of the run without any act, of the same world and seed as what is measured
 */
export function meterOf(scenario: ExerciseScenario, roles: readonly string[], none: Frame): HarmMeter {
	return (frame, acts) => {
		const harms = roles.flatMap((role) => harmOf(scenario, role, frame, none, acts) ?? []);
		const terms = harms.flatMap(({ role, terms }) =>
			terms.map((term): RoleTerm => ({ ...term, role, harm: term.harm / harms.length }))
		);
		return { index: terms.reduce((sum, { harm }) => sum + harm, 0), terms };
	};
}
