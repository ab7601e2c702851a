import type { Finding } from '../faults/fault.ts';
import type { ModelParameters } from '../schema/scenario.ts';
import { distinct } from './context.ts';
import { facts } from './people.ts';
import { parameterEntry, sectorKeys } from './parameters.ts';

/** What is wrong with model parameters that shows without a scenario. */
export function lintModelParameters(model: ModelParameters): Finding[] {
	const sectors = (model.sectors ?? []).map(({ id }) => id);
	const known = { vendors: [], sectors, organisations: [], ringPlans: null };
	const cited = new Set(model.facts.map(({ id }) => id));
	return [
		...distinct(['sectors'], model.sectors ?? []),
		...distinct(['facts'], model.facts),
		...facts(['sectors'], model.sectors ?? [], cited),
		...facts(['parameters'], model.parameters, cited),
		...model.parameters.flatMap((entry, i) => [
			...parameterEntry(['parameters', i], entry, known),
			...sectorKeys(['parameters', i], entry, sectors)
		])
	];
}
