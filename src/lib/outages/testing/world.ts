import type { Scenario } from '../../scenario/scenario.ts';
import type { Summit } from '../../scenario/summit.ts';
import { membersFor } from '../../scenario/calibration/ensemble.ts';
import generated from '../../scenario/calibration/ensemble.generated.json' with { type: 'json' };
import { library, packOf } from '../../scenario/testing/pack.ts';
import type { Order } from '../../sim/model.ts';
import { newItem, type Item } from '../../summit/accord/accord.ts';
import { trustAtFirst } from '../../summit/value/trust.ts';
import type { Agreement } from '../reform/agreement.ts';
import type { Reformed } from '../reform/reform.ts';
import { marketOf } from '../world/fleet.ts';

/** The built-in scenario that has a summit. */
export function july(): Scenario & Reformed & { readonly summit: Summit } {
	const { scenario } = packOf('july-2024');
	return { ...scenario, summit: scenario.summit! };
}

export const scenario = july();
export const before = marketOf(scenario);
export const { summit } = scenario;

/** An item as its first owner would table it. */
export function itemFor(measure: string, changes: Partial<Item> = {}): Item {
	const owner = summit.measures.find(({ id }) => id === measure)!.owners[0]!;
	return { ...newItem(measure, owner), ...changes };
}

/** An accord that everybody signed, at the trust that parties had before the incident. */
export function agreed(items: readonly (string | Item)[], changes: Partial<Agreement> = {}): Agreement {
	return {
		items: items.map((item) => (typeof item === 'string' ? itemFor(item) : item)),
		signatories: summit.parties.map(({ id }) => id),
		imposed: [],
		trust: trustAtFirst(summit),
		...changes
	};
}

/** Measures with all that they need, so that they can stand in a text. */
export function withNeeds(measure: string): string[] {
	const needs = summit.measures.find(({ id }) => id === measure)!.requires;
	return [...new Set([...needs.flatMap(withNeeds), measure])];
}

/** The accepted sets of the model's parameters, as orders for the start. */
export function acceptedSets(): readonly Order[][] {
	return membersFor(scenario, library, generated);
}
