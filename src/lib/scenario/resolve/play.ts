import type { Order } from '../../sim/model.ts';
import { minuteOf } from '../parse/moment.ts';
import type { Act, Decision, Inject, Role } from '../scenario.ts';
import type { ScenarioFile } from '../schema/scenario.ts';
import { effectsOf, type Names } from './settings.ts';

interface Course {
	readonly startMinute: number;
	readonly horizonMin: number;
	readonly roles: readonly Role[];
	readonly names: Names;
}

export function decisionsOf({ decisions }: ScenarioFile, course: Course): Decision[] {
	return decisions.map(({ availableFrom, availableUntil, default: isDefault, effects, ...decision }) => ({
		...decision,
		effects: effectsOf(effects, ownOf(course.roles, decision.role), course.names),
		availableFromMin: minuteOf(availableFrom, course.startMinute),
		availableUntilMin:
			availableUntil === undefined ? course.horizonMin : minuteOf(availableUntil, course.startMinute),
		isDefault,
		facts: decision.facts ?? [],
		assumed: decision.assumed ?? null
	}));
}

/** Orders that a decision gives to the physics when it is taken at a minute, in the order in which they fall due. */
export function ordersOf(decision: Pick<Decision, 'effects' | 'leadMin'>, atMin: number): Order[] {
	return decision.effects
		.map(({ afterMin, ...setting }) => ({ ...setting, atMin: atMin + decision.leadMin + afterMin }))
		.sort((a, b) => a.atMin - b.atMin);
}

export function injectsOf({ injects }: ScenarioFile, { startMinute }: Course): Inject[] {
	return injects
		.map(({ at, role, expected, facts, ...inject }) => ({
			...inject,
			atMin: minuteOf(at, startMinute),
			role: role ?? null,
			expected: expected ?? null,
			facts: facts ?? []
		}))
		.sort((a, b) => a.atMin - b.atMin);
}

export function actsOf({ record }: ScenarioFile, decisions: readonly Decision[], course: Course): Act[] {
	return record.acts
		.map(({ at, role, does, decision, set, facts, assumed }) => {
			const atMin = minuteOf(at, course.startMinute);
			const taken = decisions.find(({ id }) => id === decision);
			const effects = effectsOf(set ?? [], ownOf(course.roles, role), course.names);
			return {
				atMin,
				role: role ?? null,
				does,
				decision: decision ?? null,
				orders: ordersOf(taken ?? { effects, leadMin: 0 }, atMin),
				facts: facts ?? [],
				assumed: assumed ?? null
			};
		})
		.sort((a, b) => a.atMin - b.atMin);
}

/** Every order of the record, in the order in which it falls due: what the run called *record* plays. */
export function recordOrders(acts: readonly Act[]): Order[] {
	return acts.flatMap(({ orders }) => orders).sort((a, b) => a.atMin - b.atMin);
}

function ownOf(roles: readonly Role[], role: string | undefined): readonly string[] {
	return roles.find(({ id }) => id === role)?.organisations ?? [];
}
