import { parameterSpec } from '../../sim/parameters.ts';
import type { Decision } from '../../scenario/scenario.ts';
import type { DecisionDetails } from './scenario-summary.ts';

/** What a decision takes the place of: choices of one kind are made anew, and do not add up. */
export function replacing(
	{ id, role, effects }: Decision,
	decisions: readonly Decision[]
): Pick<DecisionDetails, 'replaces'> {
	const choicesOf = (some: Decision['effects']) =>
		some
			.filter(({ parameter }) => parameterSpec(parameter)?.unit === 'choice')
			.map(({ parameter, scope, hostClass }) => JSON.stringify([parameter, scope, hostClass]));
	const mine = choicesOf(effects);
	const replaces = decisions
		.filter((one) => one.role === role && one.id !== id && one.phase !== 'preparation')
		.filter((one) => choicesOf(one.effects).some((choice) => mine.includes(choice)))
		.map((one) => one.id);
	return replaces.length === 0 ? {} : { replaces };
}
