import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { formatUtc, utcMinute, weekMinute } from './calendar.ts';
import { CONTINENTS } from './earth-file.ts';
import { parseEarth, zoneOffsetMin } from './earth.ts';

const text = readFileSync(new URL('earth.json', import.meta.url), 'utf8');
const earth = parseEarth(JSON.parse(text));
const metroById = new Map(earth.metros.map((metro) => [metro.id, metro]));

function localTime(metroId: string, utc: string): string {
	const minute = utcMinute(utc);
	const local = minute + zoneOffsetMin(earth.zones, metroById.get(metroId)!.zone, minute);
	const day = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'][Math.floor(weekMinute(local) / 1440)];
	return `${day} ${formatUtc(local).slice(11, 16)}`;
}

describe('the world', () => {
	it('has at least 300 metros, on all six inhabited continents', () => {
		expect(earth.metros.length).toBeGreaterThanOrEqual(300);
		const inhabited = new Set(earth.countries.map((country) => country.continent));
		expect([...inhabited].sort()).toEqual([...CONTINENTS].sort());
	});

	it('shares out all hosts, and in each country all of its own', () => {
		const hosts = earth.countries.reduce((sum, country) => sum + country.hostWeight, 0);
		expect(hosts).toBeCloseTo(1, 9);
		for (const { iso2 } of earth.countries) {
			const own = earth.metros.filter((metro) => metro.country === iso2);
			expect(own.reduce((sum, metro) => sum + metro.weight, 0)).toBeCloseTo(1, 9);
		}
	});

	it('shares out all scheduled flights among the metros that have an airport', () => {
		expect(earth.metros.reduce((sum, metro) => sum + metro.flightWeight, 0)).toBeCloseTo(1, 9);
		for (const metro of earth.metros) expect(metro.flightWeight > 0).toBe(metro.airports.length > 0);
	});

	it('keeps the busiest airports’ cities among the 30 with most flights', () => {
		const top = earth.metros.toSorted((a, b) => b.flightWeight - a.flightWeight).slice(0, 30);
		expect(top.map((metro) => metro.id)).toEqual(
			expect.arrayContaining([
				'atlanta-us',
				'dubai-ae',
				'london-gb',
				'chicago-us',
				'dallas-fort-worth-us',
				'tokyo-jp',
				'delhi-in',
				'istanbul-tr'
			])
		);
	});

	it('measures the failed vendor’s presence against the United States, near zero where it hardly sells', () => {
		const country = (iso2: string) => earth.countries.find((row) => row.iso2 === iso2)!;
		expect(country('US')).toMatchObject({ vendorPresence: 1, servicesShare: 0.797 });
		for (const iso2 of ['CN', 'RU', 'IR', 'BY', 'CU', 'SY', 'KP'])
			expect(country(iso2).vendorPresence).toBeLessThanOrEqual(0.01);
	});

	it('stays small enough to load with a page', () => {
		expect(Buffer.byteLength(text)).toBeLessThanOrEqual(120_000);
	});
});

describe('clocks of the world', () => {
	it.each([
		['Australia/Sydney', 600, 660],
		['America/New_York', -240, -300],
		['Europe/London', 60, 0],
		['Asia/Kolkata', 330, 330],
		['Europe/Berlin', 120, 60]
	])('%s keeps its offset in July and January', (zone, july, january) => {
		expect(zoneOffsetMin(earth.zones, zone, utcMinute('2024-07-19T04:09Z'))).toBe(july);
		expect(zoneOffsetMin(earth.zones, zone, utcMinute('2024-01-15T12:00Z'))).toBe(january);
	});

	it('changes to the minute', () => {
		const change = utcMinute('2024-03-31T01:00Z');
		expect(zoneOffsetMin(earth.zones, 'Europe/Paris', change - 1)).toBe(60);
		expect(zoneOffsetMin(earth.zones, 'Europe/Paris', change)).toBe(120);
	});

	it('keeps the first offset before 2007 and the last one ever after', () => {
		expect(zoneOffsetMin(earth.zones, 'Asia/Tokyo', 0)).toBe(540);
		expect(zoneOffsetMin(earth.zones, 'Australia/Sydney', utcMinute('1990-07-01T00:00Z'))).toBe(660);
		expect(zoneOffsetMin(earth.zones, 'Europe/London', utcMinute('2060-07-01T00:00Z'))).toBe(0);
	});

	it('says so when asked for a zone it lacks', () => {
		for (const zone of ['Mars/Olympus', 'toString', '__proto__'])
			expect(() => zoneOffsetMin(earth.zones, zone, 0)).toThrow(`No time zone "${zone}"`);
	});

	// Facts cs-local-*: the exposure window 04:09–05:27 UTC of 19 July 2024.
	it.each([
		['auckland-nz', 'Fri 16:09', 'Fri 17:27'],
		['sydney-au', 'Fri 14:09', 'Fri 15:27'],
		['tokyo-jp', 'Fri 13:09', 'Fri 14:27'],
		['singapore-sg', 'Fri 12:09', 'Fri 13:27'],
		['mumbai-in', 'Fri 09:39', 'Fri 10:57'],
		['dubai-ae', 'Fri 08:09', 'Fri 09:27'],
		['berlin-de', 'Fri 06:09', 'Fri 07:27'],
		['london-gb', 'Fri 05:09', 'Fri 06:27'],
		['sao-paulo-br', 'Fri 01:09', 'Fri 02:27'],
		['new-york-us', 'Fri 00:09', 'Fri 01:27'],
		['chicago-us', 'Thu 23:09', 'Fri 00:27'],
		['los-angeles-us', 'Thu 21:09', 'Thu 22:27']
	])('in %s the window lasts from %s to %s', (metro, from, until) => {
		expect(localTime(metro, '2024-07-19T04:09Z')).toBe(from);
		expect(localTime(metro, '2024-07-19T05:27Z')).toBe(until);
	});
});
