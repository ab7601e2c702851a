import { parameterSpec, type LeverId } from '../../sim/parameters.ts';
import type { ScalarValue } from '../schema/setting.ts';
import type { ProblemOf } from '../faults/fault.ts';
import type { SettingFaults } from '../faults/settings.ts';
import { namesLike } from '../parse/nearest.ts';

export type ReadValue = { readonly value: number } | ProblemOf<SettingFaults>;

/** The names that a parameter of the unit `choice` can take. */
export function choicesOf(id: LeverId, ringPlans: readonly string[]): readonly string[] {
	return id === 'rollout.plan' ? ringPlans : (parameterSpec(id)!.choices ?? []);
}

/** The number that an authored value stands for, or why it stands for none. */
export function readValue(id: LeverId, authored: ScalarValue, ringPlans: readonly string[]): ReadValue {
	const { unit, min, max } = parameterSpec(id)!;
	if (unit === 'flag') {
		if (typeof authored === 'boolean') return { value: authored ? 1 : 0 };
		return { code: 'notASwitch', params: { parameter: id, given: quoted(authored) } };
	}
	if (unit === 'choice') {
		const names = choicesOf(id, ringPlans);
		const value = typeof authored === 'string' ? names.indexOf(authored) : -1;
		if (value >= 0) return { value };
		const choices = namesLike(String(authored), names);
		return { code: 'notAChoice', params: { parameter: id, given: quoted(authored), choices } };
	}
	if (typeof authored !== 'number')
		return { code: 'notANumber', params: { parameter: id, given: quoted(authored), unit } };
	if (authored >= min && authored <= max) return { value: authored };
	return { code: 'outOfRange', params: { parameter: id, value: authored, min, max, unit } };
}

function quoted(value: ScalarValue): string {
	return typeof value === 'string' ? `'${value}'` : String(value);
}
