import { PARAMETERS, type ParameterId, type ParameterSpec } from '../../sim/parameters.ts';
import type { ScalarValue } from '../schema/setting.ts';
import { suggestion } from '../parse/nearest.ts';

export type ReadValue = { readonly value: number } | { readonly message: string; readonly remedy: string };

/** The names that a parameter of the unit `choice` can take. */
export function choicesOf(id: ParameterId, ringPlans: readonly string[]): readonly string[] {
	return id === 'rollout.plan' ? ringPlans : ((PARAMETERS[id] as ParameterSpec).choices ?? []);
}

/** The number that an authored value stands for, or why it stands for none. */
export function readValue(id: ParameterId, authored: ScalarValue, ringPlans: readonly string[]): ReadValue {
	const spec: ParameterSpec = PARAMETERS[id];
	if (spec.unit === 'flag') {
		if (typeof authored === 'boolean') return { value: authored ? 1 : 0 };
		return { message: `'${id}' is a switch, not ${quoted(authored)}`, remedy: 'write true or false' };
	}
	if (spec.unit === 'choice') {
		const choices = choicesOf(id, ringPlans);
		const value = typeof authored === 'string' ? choices.indexOf(authored) : -1;
		if (value >= 0) return { value };
		return {
			message: `${quoted(authored)} is no choice of '${id}'`,
			remedy: suggestion(String(authored), choices)
		};
	}
	if (typeof authored !== 'number') {
		return {
			message: `'${id}' is a number (${spec.unit}), not ${quoted(authored)}`,
			remedy: 'write a number'
		};
	}
	if (authored >= spec.min && authored <= spec.max) return { value: authored };
	return {
		message: `'${id}' cannot be ${authored}`,
		remedy: `keep it between ${spec.min} and ${spec.max} (${spec.unit})`
	};
}

function quoted(value: ScalarValue): string {
	return typeof value === 'string' ? `'${value}'` : String(value);
}
