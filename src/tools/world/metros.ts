import { ReadableError } from '../readable-error.ts';
import { roundedShares } from './shares.ts';
import type { CityRow } from './tables.ts';

/** A metropolitan area: its main city's place and zone, and the people of all cities that count in it. */
export interface Metro {
	id: string;
	name: string;
	country: string;
	lat: number;
	lng: number;
	zone: string;
	population: number;
	/** Share of its country's hosts; sums to 1 per country. Proportional to population: assumed. */
	weight: number;
}

/** Gathers the cities into metros, in the order of the table. Throws when a metro lacks its own place. */
export function gatherMetros(cities: readonly CityRow[]): Metro[] {
	const metros = new Map<string, Metro>();
	for (const city of cities) {
		const id = metroId(city.metro, city.iso2);
		const metro = metros.get(id);
		if (metro) {
			if (city.zone) throw new ReadableError(`cities.csv: ${id} has two rows with a zone; leave one.`);
			metro.population += city.population;
		} else {
			if (!city.zone) throw new ReadableError(`cities.csv: the first row of ${id} has no zone; add it.`);
			const { lat, lng, zone, population } = city;
			metros.set(id, { id, name: city.metro, country: city.iso2, lat, lng, zone, population, weight: 0 });
		}
	}
	for (const group of Map.groupBy(metros.values(), (metro) => metro.country).values()) {
		const shares = roundedShares(
			group.map((metro) => metro.population),
			5
		);
		group.forEach((metro, index) => (metro.weight = shares[index]));
	}
	return [...metros.values()];
}

/** A stable name for links and logs: "São Paulo", BR → sao-paulo-br. */
export function metroId(name: string, iso2: string): string {
	const plain = name.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('ø', 'o').replaceAll(/[’'.]/g, '');
	return `${plain} ${iso2}`
		.toLowerCase()
		.replaceAll(/[^a-z0-9]+/g, '-')
		.replaceAll(/^-|-$/g, '');
}
