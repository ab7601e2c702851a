import { ROLLOUT_ORDERS, STATEMENTS } from '../../sim/parameters.ts';
import type { Order, Setting } from '../../sim/model.ts';
import type { Contradiction, Offered } from './contradiction.ts';

/** What contradicts the world in a decision that is offered. */
export function contradictionsOfOffer({ decision, atMin, orders }: Offered): Contradiction[] {
	const sets = orders.filter((one) => one.atMin <= atMin && one.multiplies !== true);
	const inForce = new Map(sets.map((one) => [keyOf(one), one.value]));
	const found: Contradiction[] = [];
	const { id, effects } = decision;
	const isSet = (effect: Setting) =>
		effect.multiplies !== true && inForce.get(keyOf(effect)) === effect.value;
	if (effects.every(isSet)) {
		const because = 'everything that it sets is set already';
		found.push({ name: 'changesNothing', of: id, atMin, because });
	}
	const back = effects.find((effect) => isStepBack(effect, inForce.get(keyOf(effect))));
	if (back !== undefined) {
		const because = `it would take ${back.parameter} back to ${stepOf(back)}`;
		found.push({ name: 'goesBack', of: id, atMin, because });
	}
	return found;
}

function keyOf({ parameter, scope, hostClass }: Setting | Order): string {
	const of = scope.kind === 'world' ? 'world' : `${scope.kind}:${scope.id}`;
	return [parameter, of, hostClass ?? ''].join(' ');
}

/** A vendor that has apologised does not say later that it knows of crashes; what is withdrawn is not paused. */
function isStepBack({ parameter, value }: Setting, now: number | undefined): boolean {
	if (now === undefined) return false;
	if (parameter === 'vendor.statement') {
		const openly = STATEMENTS.indexOf('apologised');
		return value < now && now <= openly;
	}
	return parameter === 'rollout.order' && value < now;
}

function stepOf({ parameter, value }: Setting): string {
	const names: readonly string[] = parameter === 'rollout.order' ? ROLLOUT_ORDERS : STATEMENTS;
	return names[value] ?? String(value);
}
