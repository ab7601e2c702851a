import type { ScenarioSector, WorldData } from '../scenario.ts';

type Follows = ScenarioSector['follows'];

/**
 * Share of a sector's hosts, worldwide, that stands in each metro; the shares sum to 1.
 *
 * A country's host weight times its metro's, times the share of services or of industry in the country's output
 * (World Bank); airlines follow the metro's scheduled flights. Where no place has what the sector follows, it
 * follows the hosts alone.
 */
export function placeShares(world: WorldData, follows: Follows): Float64Array {
	const weights = weigh(world, follows);
	let sum = 0;
	for (const weight of weights) sum += weight;
	if (sum > 0) return weights.map((weight) => weight / sum);
	return follows === 'hosts' ? weights : placeShares(world, 'hosts');
}

function weigh(world: WorldData, follows: Follows): Float64Array {
	const countries = new Map(world.countries.map((country) => [country.iso2, country]));
	return Float64Array.from(world.metros, (metro) => {
		if (follows === 'flights') return metro.flightWeight;
		const country = countries.get(metro.country)!;
		const weight = country.hostWeight * metro.weight;
		if (follows === 'services') return weight * country.servicesShare;
		return follows === 'industry' ? weight * country.industryShare : weight;
	});
}
