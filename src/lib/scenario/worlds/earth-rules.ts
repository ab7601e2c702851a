import type { EarthFile } from './earth-file.ts';

/** Weights are decimal shares: their sum may miss 1 by rounding of the additions only. */
const SUM_TOLERANCE = 1e-9;

/** What the shape alone cannot say: unique names, known references, weights that sum to 1, clocks in order. */
export function* earthFaults(earth: EarthFile): Generator<string> {
	const metrosOf = new Map<string, number>();
	for (const [index, country] of earth.countries.entries()) {
		if (metrosOf.has(country.iso2)) yield `countries.${index}: ${country.iso2} stands twice; remove one`;
		metrosOf.set(country.iso2, 0);
	}
	yield* sumFault(
		earth.countries.map((country) => country.hostWeight),
		'countries: hostWeight'
	);
	yield* sumFault(
		earth.metros.map((metro) => metro.flightWeight),
		'metros: flightWeight'
	);
	const ids = new Set<string>();
	const airports = new Set<string>();
	for (const [index, metro] of earth.metros.entries()) {
		const place = `metros.${index} (${metro.id})`;
		if (ids.has(metro.id)) yield `${place}: this id stands twice; rename one`;
		ids.add(metro.id);
		const sum = metrosOf.get(metro.country);
		if (sum === undefined) yield `${place}: no country ${metro.country}; add it or correct the code`;
		else metrosOf.set(metro.country, sum + metro.weight);
		if (!Object.hasOwn(earth.zones, metro.zone)) yield `${place}: no zone ${metro.zone}; add it to zones`;
		for (const iata of metro.airports) {
			if (airports.has(iata)) yield `${place}: airport ${iata} serves two metros; leave it in one`;
			airports.add(iata);
		}
	}
	for (const [iso2, sum] of metrosOf)
		if (Math.abs(sum - 1) > SUM_TOLERANCE)
			yield `metros of ${iso2}: weight sums to ${sum}, not 1; correct the weights`;
	yield* zoneFaults(earth.zones);
}

function* sumFault(shares: readonly number[], what: string): Generator<string> {
	const sum = shares.reduce((total, share) => total + share, 0);
	if (Math.abs(sum - 1) > SUM_TOLERANCE) yield `${what} sums to ${sum}, not 1; correct the weights`;
}

function* zoneFaults(zones: EarthFile['zones']): Generator<string> {
	for (const [zone, value] of Object.entries(zones)) {
		if (typeof value === 'string') {
			const target = Object.hasOwn(zones, value) ? zones[value] : undefined;
			if (!Array.isArray(target)) yield `zones.${zone}: "${value}" holds no offsets; name a zone that does`;
		} else if (value.some(([fromMin], entry) => entry > 0 && fromMin <= value[entry - 1][0]))
			yield `zones.${zone}: the entries are out of order; sort them by time`;
	}
}
