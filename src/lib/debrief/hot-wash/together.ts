import type { ReadRun } from '../counterfactuals/finished-run.ts';
import type { DecisionEffect, Together } from './hot-wash.ts';

/**
 * What the decisions that were taken did together, and how single ones share in it.
 *
 * @param withoutMine the run in which none of them was taken
 * @param effects of all decisions of the roles played
 */
export function togetherOf(
	played: ReadRun,
	withoutMine: ReadRun,
	effects: readonly DecisionEffect[]
): Together | null {
	const taken = effects.filter(({ kind }) => kind === 'committed');
	if (taken.length === 0) return null;
	// What builds on another decision cannot be left in without it: it counts within that one.
	const within = new Set(taken.flatMap((one) => one.together.map(({ decision }) => decision)));
	const parts = taken
		.filter(({ decision }) => !within.has(decision))
		.map(({ decision, title, together, harm }) => ({
			decision,
			title,
			with: together
				.filter((other) => taken.some((one) => one.decision === other.decision))
				.map((other) => other.title),
			harm
		}))
		.sort((a, b) => Math.abs(b.harm) - Math.abs(a.harm));
	const harm = played.harm.index - withoutMine.harm.index;
	return { harm, parts, shared: harm - parts.reduce((sum, part) => sum + part.harm, 0) };
}
