import type { Order } from '../../sim/model.ts';
import {
	decisionOf,
	type ExerciseDecision,
	type ExerciseScenario,
	type RecordAct
} from '../scenario/scenario.ts';
import type { WorldState } from '../state.ts';

/** What a decision taken at `atMin` orders the physics: each effect after its lead time. */
export function decisionOrders({ effects }: ExerciseDecision, atMin: number): Order[] {
	return effects.map(({ afterMin, ...setting }) => ({ ...setting, atMin: atMin + afterMin }));
}

/** What one act of the record orders; an act of a decision that the scenario lacks orders nothing. */
export function recordOrders(scenario: ExerciseScenario, act: RecordAct): Order[] {
	if ('setting' in act) return [{ ...act.setting, atMin: act.atMin }];
	const decision = decisionOf(scenario, act.decision);
	return decision === undefined ? [] : decisionOrders(decision, act.atMin);
}

/** The orders of everything done in a world so far, by minute; at one minute, what was done last comes last and holds. */
export function worldOrders(scenario: ExerciseScenario, world: Pick<WorldState, 'acts'>): Order[] {
	const orders = world.acts.flatMap((act) => {
		if (act.kind === 'setting') return [{ ...act.setting, atMin: act.atMin }];
		const decision = decisionOf(scenario, act.decision);
		return decision === undefined ? [] : decisionOrders(decision, act.atMin);
	});
	return byMinute(orders);
}

/** Sorted by minute; orders of one minute keep their order. */
export function byMinute(orders: readonly Order[]): Order[] {
	return orders
		.map((order, index) => ({ order, index }))
		.sort((a, b) => a.order.atMin - b.order.atMin || a.index - b.index)
		.map(({ order }) => order);
}
