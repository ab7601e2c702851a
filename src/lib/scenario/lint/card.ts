import type { Finding } from '../parse/fault.ts';
import type { ModelCard } from '../schema/scenario.ts';
import { distinct } from './context.ts';
import { facts } from './people.ts';
import { parameterEntry, sectorKeys } from './parameters.ts';

/** What is wrong with a model card that shows without a scenario. */
export function lintCard(card: ModelCard): Finding[] {
	const sectors = (card.sectors ?? []).map(({ id }) => id);
	const known = { vendors: [], sectors, organisations: [], ringPlans: null };
	const cited = new Set(card.facts.map(({ id }) => id));
	return [
		...distinct(['sectors'], card.sectors ?? []),
		...distinct(['facts'], card.facts),
		...facts(['sectors'], card.sectors ?? [], cited),
		...facts(['parameters'], card.parameters, cited),
		...card.parameters.flatMap((entry, i) => [
			...parameterEntry(['parameters', i], entry, known),
			...sectorKeys(['parameters', i], entry, sectors)
		])
	];
}
