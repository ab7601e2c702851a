import type { Finding, Path } from '../faults/fault.ts';
import type { NameFaults, WholeKind } from '../faults/names.ts';
import { namesLike } from '../parse/nearest.ts';
import type { EarthFile } from './earth-file.ts';

/** Weights are decimal shares: their sum may miss 1 by rounding of the additions only. */
const SUM_TOLERANCE = 1e-9;

/** What the shape alone cannot say: unique names, known references, weights that sum to 1, clocks in order. */
export function* earthFindings({ countries, metros, zones }: EarthFile): Generator<Finding> {
	const metroShares = new Map<string, number>();
	for (const [i, { iso2 }] of countries.entries()) {
		if (metroShares.has(iso2)) yield twice(['countries', i, 'iso2'], 'country', iso2);
		metroShares.set(iso2, 0);
	}
	const sum = (shares: readonly number[]) => shares.reduce((total, share) => total + share, 0);
	yield* whole(['countries'], 'countryHosts', null, sum(countries.map(({ hostWeight }) => hostWeight)));
	yield* whole(['metros'], 'metroFlights', null, sum(metros.map(({ flightWeight }) => flightWeight)));
	const ids = new Set<string>();
	const airports = new Set<string>();
	for (const [i, metro] of metros.entries()) {
		const path = ['metros', i];
		const { id, country, zone } = metro;
		if (ids.has(id)) yield { path: [...path, 'id'], code: 'idTwice', params: { id } };
		ids.add(id);
		const shares = metroShares.get(country);
		if (shares !== undefined) metroShares.set(country, shares + metro.weight);
		else yield unknown([...path, 'country'], 'country', country, metroShares.keys());
		if (!Object.hasOwn(zones, zone)) yield unknown([...path, 'zone'], 'zone', zone, Object.keys(zones));
		for (const iata of metro.airports) {
			if (airports.has(iata)) yield twice([...path, 'airports'], 'airport', iata);
			airports.add(iata);
		}
	}
	for (const [iso2, shares] of metroShares) yield* whole(['metros'], 'metroHosts', iso2, shares);
	yield* zoneFindings(zones);
}

const twice = (path: Path, kind: NameFaults['twice']['kind'], id: string): Finding => ({
	path,
	code: 'twice',
	params: { kind, id }
});

const unknown = (path: Path, kind: 'country' | 'zone', id: string, known: Iterable<string>): Finding => ({
	path,
	code: 'unknown',
	params: { kind, id, choices: namesLike(id, known) }
});

function* whole(path: Path, of: WholeKind, id: string | null, sum: number): Generator<Finding> {
	if (Math.abs(sum - 1) > SUM_TOLERANCE) yield { path, code: 'notWhole', params: { of, id, sum } };
}

function* zoneFindings(zones: EarthFile['zones']): Generator<Finding> {
	for (const [zone, value] of Object.entries(zones)) {
		const path = ['zones', zone];
		if (typeof value === 'string') {
			const target = Object.hasOwn(zones, value) ? zones[value] : undefined;
			if (!Array.isArray(target)) yield { path, code: 'zoneWithoutOffsets', params: { names: value } };
		} else if (value.some(([fromMin], entry) => entry > 0 && fromMin <= value[entry - 1]![0]))
			yield { path, code: 'outOfOrder', params: { of: 'zoneEntries' } };
	}
}
