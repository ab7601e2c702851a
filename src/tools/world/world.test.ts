import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseEarth } from '../../lib/scenario/worlds/earth.ts';
import { utcMinute } from '../../lib/scenario/worlds/calendar.ts';
import { parseCsv } from './csv.ts';
import { buildEarth, earthText } from './earth.ts';
import { metroFlights } from './flights.ts';
import { vendorRegionShares } from './hosts.ts';
import { gatherMetros, metroId } from './metros.ts';
import { roundedShares } from './shares.ts';
import { readWorldTables } from './tables.ts';
import { zoneOffsets } from './zones.ts';

const tables = readWorldTables();
const built = buildEarth(tables);
const committed = readFileSync(new URL('../../lib/scenario/worlds/earth.json', import.meta.url), 'utf8');
const earth = parseEarth(JSON.parse(committed));

describe('the committed world', () => {
	const tzdataOf = (sources: readonly { id: string; year: string }[]) =>
		sources.find((source) => source.id === 'tzdata')?.year;

	it('is what its tables build', () => {
		const file = JSON.parse(committed) as typeof built;
		expect(built.countries).toEqual(file.countries);
		expect(built.metros).toEqual(file.metros);
	});

	it('is built again byte for byte where Node carries the same time zone database', () => {
		if (tzdataOf(built.sources) === tzdataOf(earth.sources)) expect(earthText(built)).toBe(committed);
		else expect(Object.keys(built.zones)).toEqual(Object.keys(earth.zones));
	});

	it('agrees with the clocks of 2024 of any time zone database', () => {
		const [from, until] = [utcMinute('2024-01-01T00:00Z'), utcMinute('2025-01-01T00:00Z')];
		for (const zone of ['Australia/Sydney', 'America/New_York', 'Europe/Berlin', 'America/Santiago']) {
			const of2024 = (entries: ReturnType<typeof zoneOffsets>) =>
				entries.filter(([minute]) => minute >= from && minute < until);
			expect(of2024(zoneOffsets(zone))).toHaveLength(2);
			expect(of2024(zoneOffsets(zone))).toEqual(of2024(earth.zones[zone]));
		}
	});
});

describe('hosts and vendor', () => {
	it('gives the United States, China and Germany the shares of the proxy within a twentieth', () => {
		const share = (iso2: string) => earth.countries.find((row) => row.iso2 === iso2)!.hostWeight;
		// Facts ref-proxy-usa, ref-proxy-chn, ref-proxy-deu.
		expect(share('US') / 0.318).toBeCloseTo(1, 1);
		expect(share('CN') / 0.145).toBeCloseTo(1, 1);
		expect(share('DE') / 0.045).toBeCloseTo(1, 1);
	});

	it('spreads the failed vendor’s hosts over regions as its revenue, within five points', () => {
		// Fact cs-rev-geo: US about 68 %, EMEA 15 %, Asia-Pacific 10 %, other 7 %.
		const shares = vendorRegionShares(earth.countries, tables.presence);
		expect(shares.US).toBeGreaterThan(0.63);
		expect(shares.US).toBeLessThan(0.68);
		expect(Math.abs(shares.EMEA - 0.15)).toBeLessThan(0.05);
		expect(Math.abs(shares.APAC - 0.1)).toBeLessThan(0.05);
		expect(Math.abs(shares.OTHER - 0.07)).toBeLessThan(0.05);
	});

	it('names a source or says assumed for every presence', () => {
		const rows = parseCsv(
			readFileSync(new URL('vendor_share.csv', import.meta.url), 'utf8'),
			'vendor_share.csv'
		);
		for (const row of rows) {
			expect(['assumed', 'cs-rev-geo', 'cs-china']).toContain(row.basis);
			expect(row.reason).not.toBe('');
			expect(['US', 'EMEA', 'APAC', 'OTHER']).toContain(row.region);
		}
	});
});

describe('the builder', () => {
	const city = {
		metro: 'Ålesund',
		iso2: 'NO',
		lat: 62.47,
		lng: 6.15,
		zone: 'Europe/Oslo',
		population: 50_000
	};
	const suburb = { ...city, zone: '', population: 10_000 };

	it('makes plain ids of names in any alphabet of Latin letters', () => {
		expect(metroId('São Paulo', 'BR')).toBe('sao-paulo-br');
		expect(metroId('Dallas–Fort Worth', 'US')).toBe('dallas-fort-worth-us');
		expect(metroId('Xi’an', 'CN')).toBe('xian-cn');
		expect(metroId('Tromsø', 'NO')).toBe('tromso-no');
		expect(metroId('Washington, D.C.', 'US')).toBe('washington-dc-us');
	});

	it('adds the people of the cities that count in a metro', () => {
		expect(gatherMetros([city, suburb])).toMatchObject([{ id: 'alesund-no', population: 60_000, weight: 1 }]);
		expect(() => gatherMetros([suburb])).toThrow('has no zone');
		expect(() => gatherMetros([city, city])).toThrow('two rows with a zone');
	});

	it('refuses an airport that no metro of its country can reach', () => {
		const airport = { iata: 'AES', iso2: 'NO', lat: 62.56, lng: 6.12, passengersM: 1 };
		const continents = new Map([['NO', 'EU']]);
		const metros = gatherMetros([city]);
		expect(metroFlights(metros, [airport], continents)).toEqual([{ airports: ['AES'], flightWeight: 1 }]);
		expect(() => metroFlights(metros, [{ ...airport, lat: 64 }], continents)).toThrow(
			'AES is farther than 90 km'
		);
		expect(() => metroFlights(metros, [{ ...airport, iso2: 'SE' }], continents)).toThrow('every metro of SE');
	});

	it('rounds shares so that they still sum to exactly 1', () => {
		expect(roundedShares([1, 1, 1], 2)).toEqual([0.34, 0.33, 0.33]);
		expect(() => roundedShares([0, 0], 2)).toThrow('shares of nothing');
	});

	it('reads quoted cells and names the line of a damaged row', () => {
		expect(parseCsv('a,b,c\n"x, ""y""",,3\n', 't.csv')).toEqual([{ a: 'x, "y"', b: '', c: '3' }]);
		expect(() => parseCsv('a,b\n1,2\n1,2,3\n', 't.csv')).toThrow('t.csv line 3: 3 cells, the head has 2');
	});

	it('finds changes of clocks to the minute, Ramadan’s among them', () => {
		const entries = zoneOffsets('Africa/Casablanca').map(([minute, offset]) => `${minute}:${offset}`);
		expect(entries).toContain(`${utcMinute('2024-03-10T02:00Z')}:0`);
		expect(entries).toContain(`${utcMinute('2024-04-14T02:00Z')}:60`);
	});
});
