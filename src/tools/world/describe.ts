import type { EarthData } from '../../lib/scenario/worlds/earth.ts';

const percent = (share: number) => `${(share * 100).toFixed(2)} %`;

/** A page to check by eye: hosts by continent, the largest metros by hosts and by flights, the vendor's regions. */
export function describeEarth(earth: EarthData, vendorRegions: Record<string, number>): string {
	const countryOf = new Map(earth.countries.map((country) => [country.iso2, country]));
	const metros = earth.metros.map((metro) => ({
		...metro,
		hostShare: countryOf.get(metro.country)!.hostWeight * metro.weight
	}));
	const continents = new Map<string, number>();
	for (const { continent, hostWeight } of earth.countries)
		continents.set(continent, (continents.get(continent) ?? 0) + hostWeight);
	const top = (key: 'hostShare' | 'flightWeight') =>
		metros
			.toSorted((a, b) => b[key] - a[key])
			.slice(0, 20)
			.map((metro) => `  ${percent(metro[key]).padStart(7)}  ${metro.name}, ${metro.country}`);
	return [
		`${earth.countries.length} countries, ${metros.length} metros, ${Object.keys(earth.zones).length} zones`,
		'Hosts by continent:',
		...[...continents].map(([continent, share]) => `  ${continent}  ${percent(share)}`),
		'Hosts of the failed vendor by region:',
		...Object.entries(vendorRegions).map(([region, share]) => `  ${region.padEnd(5)}  ${percent(share)}`),
		'Largest metros by hosts:',
		...top('hostShare'),
		'Largest metros by scheduled flights:',
		...top('flightWeight')
	].join('\n');
}
