import type { ScenarioFile } from '../schema/scenario.ts';
import type { Summit } from '../summit.ts';

/** The summit of a checked scenario, where it has one. */
export function summitOf({ summit }: ScenarioFile): { readonly summit?: Summit } {
	if (summit?.rules === undefined) return {};
	const { rules, ...lists } = summit;
	return { summit: { ...lists, rules } };
}
