import { byMinute, decisionOrders, worldOrders } from '../../lib/exercise/world/orders.ts';
import type { Act } from '../../lib/exercise/state.ts';
import type { Order } from '../../lib/sim/model.ts';
import type { Study } from './study.ts';

/** A play with one decision left out, or taken in addition. */
export interface Otherwise {
	readonly decision: string;
	readonly orders: readonly Order[];
}

/**
 * A play once for every so-many-th decision of its scenario, from `first` on: left out where it was taken, else taken as
 * soon as it can be, whatever it costs.
 */
export function oneDecisionOtherwise(
	study: Study,
	acts: readonly Act[],
	{ every, first = 0 }: { readonly every: number; readonly first?: number }
): Otherwise[] {
	const { scenario } = study;
	const isOf = (act: Act, id: string) => act.kind === 'decision' && act.decision === id;
	return scenario.decisions
		.filter((_, index) => index % every === first)
		.map((decision) => {
			const { id } = decision;
			if (acts.some((act) => isOf(act, id)))
				return {
					decision: id,
					orders: worldOrders(scenario, { acts: acts.filter((act) => !isOf(act, id)) })
				};
			const added = decisionOrders(decision, Math.max(0, study.firstMinute(decision)));
			return { decision: id, orders: byMinute([...worldOrders(scenario, { acts }), ...added]) };
		});
}
