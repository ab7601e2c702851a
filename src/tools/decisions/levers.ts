import type { Decision, Scenario } from '../../lib/scenario/scenario.ts';
import type { Model } from '../../lib/sim/model.ts';
import { parameterSpec } from '../../lib/sim/parameters.ts';
import { createWorld, seedFromText } from '../../lib/sim/run.ts';
import { applySetting, settingFault } from '../../lib/sim/values.ts';

/**
 * The levers that a decision moves and which way, as one text: `repair.keyMin-`, or the value where the lever is a
 * choice. The first move of a lever counts, so that what is put back later does not.
 */
export function leversOf(model: Model, decision: Decision): string {
	const world = createWorld(model, seedFromText('levers'));
	const signs = new Map<string, Set<string>>();
	for (const { afterMin: _afterMin, ...setting } of decision.effects) {
		const fault = settingFault(model, setting);
		if (fault !== null) throw new Error(`${decision.id}: ${JSON.stringify(fault)}`);
		const { parameter, value } = setting;
		const before = world.values.slice();
		applySetting(model, world.layout, world.values, setting);
		const at = before.findIndex((old, index) => old !== world.values[index]);
		const isChoice = parameterSpec(parameter)!.unit === 'choice';
		const sign = isChoice ? `=${value}` : at < 0 ? '' : world.values[at]! > before[at]! ? '+' : '-';
		const known = signs.get(parameter) ?? new Set<string>();
		const isPutBack =
			known.size > 0 && decision.effects.some((one) => one.parameter === parameter && one.afterMin > 0);
		if (sign !== '' && !isPutBack) known.add(sign);
		signs.set(parameter, known);
	}
	return [...signs]
		.map(([parameter, moves]) => parameter + [...moves].sort().join(''))
		.sort()
		.join(' ');
}

/** Decisions that move the same levers the same way, each pair once. */
export function twins(model: Model, { decisions }: Pick<Scenario, 'decisions'>): string[] {
	const seen = new Map<string, string>();
	return decisions.flatMap((decision) => {
		const levers = leversOf(model, decision);
		const other = seen.get(levers);
		seen.set(levers, decision.id);
		return other === undefined ? [] : [`${other} and ${decision.id}: ${levers}`];
	});
}
