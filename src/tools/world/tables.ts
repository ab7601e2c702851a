import { readFileSync } from 'node:fs';
import { type CsvRow, numberIn, parseCsv } from './csv.ts';

/** A country as published; meanings, units, years and sources are in README.md beside the tables. */
export interface CountryRow {
	iso2: string;
	name: string;
	continent: string;
	gdpMusd: number;
	internetPct: number;
	servicesPct: number;
	industryPct: number;
}

/** The revenue regions of the failed vendor (fact cs-rev-geo). */
export type VendorRegion = 'US' | 'EMEA' | 'APAC' | 'OTHER';

/** How present the failed vendor is in a country: index, United States = 1. */
export interface PresenceRow {
	iso2: string;
	region: VendorRegion;
	presence: number;
}

/** A city and the metro it counts in; the row that carries a zone is the metro's own place on the map. */
export interface CityRow {
	metro: string;
	iso2: string;
	lat: number;
	lng: number;
	zone: string;
	population: number;
}

export interface AirportRow {
	iata: string;
	iso2: string;
	lat: number;
	lng: number;
	passengersM: number;
}

export interface WorldTables {
	countries: CountryRow[];
	presence: PresenceRow[];
	cities: CityRow[];
	airports: AirportRow[];
}

/** Reads the four curated tables that stand beside this file. Throws readable errors on a damaged table. */
export function readWorldTables(): WorldTables {
	return {
		countries: read('countries.csv', (row, number) => ({
			iso2: row.iso2,
			name: row.name,
			continent: row.continent,
			gdpMusd: number('gdp_musd'),
			internetPct: number('internet_pct'),
			servicesPct: number('services_pct_gdp'),
			industryPct: number('industry_pct_gdp')
		})),
		presence: read('vendor_share.csv', (row, number) => ({
			iso2: row.iso2,
			region: row.region as VendorRegion,
			presence: number('presence')
		})),
		cities: read('cities.csv', (row, number) => ({
			metro: row.metro,
			iso2: row.iso2,
			lat: number('lat'),
			lng: number('lng'),
			zone: row.zone,
			population: number('population')
		})),
		airports: read('airports.csv', (row, number) => ({
			iata: row.iata,
			iso2: row.iso2,
			lat: number('lat'),
			lng: number('lng'),
			passengersM: number('passengers_m')
		}))
	};
}

function read<T>(table: string, toRow: (row: CsvRow, number: (column: string) => number) => T): T[] {
	const text = readFileSync(new URL(table, import.meta.url), 'utf8');
	return parseCsv(text, table).map((row) => toRow(row, (column) => numberIn(row, column, table)));
}
