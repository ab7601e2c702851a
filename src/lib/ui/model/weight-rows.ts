import { isHeavy, type DecisionWeight } from '../../scenario/calibration/weights.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { PARAMETERS, type ParameterId } from '../../sim/parameters.ts';
import { inLocale } from '../../text/words.ts';

/** A decision beside its price, what it saves by the model, and what that rests on. */
export interface WeightRow {
	readonly id: string;
	readonly title: string;
	readonly role: string;
	readonly costUsd: number;
	readonly savedUsd: number;
	readonly of: DecisionWeight['of'];
	/** What the levers that it sets mean. */
	readonly mechanisms: readonly string[];
	readonly sources: readonly string[];
	/** What is assumed of it; empty: nothing. */
	readonly assumed: string;
}

export interface WeightRows {
	/** Decisions whose benefit exceeds their price so far that it has to be argued, the greatest benefit first. */
	readonly heavy: readonly WeightRow[];
	/** Levers that move nothing of what they are there to move, with the decision that sets them. */
	readonly idle: readonly {
		readonly id: string;
		readonly title: string;
		readonly mechanisms: readonly string[];
	}[];
	readonly measured: number;
}

/** Joins what was measured of decisions with their words and sources. */
export function weightRows(
	{ decisions, roles }: Pick<Scenario, 'decisions' | 'roles'>,
	weights: readonly DecisionWeight[],
	sources: (facts: readonly string[]) => readonly string[]
): WeightRows {
	const found = weights.flatMap((weight) => {
		const decision = decisions.find(({ id }) => id === weight.decision);
		return decision === undefined ? [] : [{ weight, decision }];
	});
	const meaning = (parameter: string) => PARAMETERS[parameter as ParameterId].meaning;
	return {
		measured: found.length,
		heavy: found
			.filter(({ weight }) => isHeavy(weight))
			.sort((a, b) => b.weight.savedUsd - a.weight.savedUsd)
			.map(({ weight, decision }) => ({
				id: decision.id,
				title: inLocale(decision.title),
				role: inLocale(roles.find(({ id }) => id === decision.role)!.name),
				costUsd: weight.costUsd,
				savedUsd: weight.savedUsd,
				of: weight.of,
				mechanisms: [...new Set(decision.effects.map(({ parameter }) => meaning(parameter)))],
				sources: sources(decision.facts),
				assumed: decision.assumed ?? ''
			})),
		idle: found
			.filter(({ weight }) => weight.idle.length > 0)
			.map(({ weight, decision }) => ({
				id: decision.id,
				title: inLocale(decision.title),
				mechanisms: weight.idle.map(meaning)
			}))
	};
}
