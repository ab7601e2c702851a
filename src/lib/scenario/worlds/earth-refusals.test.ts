import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseEarth } from './earth.ts';

const text = readFileSync(new URL('earth.json', import.meta.url), 'utf8');

/** Loosely typed on purpose: these tests break the file in ways its type forbids. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Loose = any;

function damaged(damage: (earth: Loose) => void): unknown {
	const earth = JSON.parse(text) as Loose;
	damage(earth);
	return earth;
}

describe('a damaged world is refused with its place', () => {
	it.each<[string, (earth: Loose) => void, RegExp]>([
		['another format', (earth) => (earth.format = 2), /format/],
		['a missing part', (earth) => delete earth.metros, /metros/],
		['an unknown key', (earth) => (earth.metros[3].colour = 'red'), /metros\.3\.colour/],
		['a latitude off the globe', (earth) => (earth.metros[5].lat = 91), /metros\.5\.lat/],
		['a half person', (earth) => (earth.metros[5].population = 0.5), /metros\.5\.population/],
		['an unknown country', (earth) => (earth.metros[7].country = 'ZZ'), /metros\[7\].*unknown .*ZZ/],
		['an unknown zone', (earth) => (earth.metros[7].zone = 'Mars/Olympus'), /metros\[7\].*unknown .*Mars/],
		[
			'a prototype key as zone',
			(earth) => (earth.metros[7].zone = 'toString'),
			/metros\[7\].*unknown .*toString/
		],
		['a metro twice', (earth) => (earth.metros[1].id = earth.metros[0].id), /metros\[1\].*idTwice/],
		['a country twice', (earth) => earth.countries.push(earth.countries[4]), /countries\[\d+\].*twice/],
		['an airport in two metros', (earth) => earth.metros[1].airports.push('JFK'), /twice .*JFK/],
		['weights that miss 1', (earth) => (earth.countries[0].hostWeight += 0.01), /notWhole .*countryHosts/],
		['metro weights that miss 1', (earth) => (earth.metros[0].weight = 0), /notWhole .*metroHosts.*US/],
		['flights that miss 1', (earth) => (earth.metros[0].flightWeight = 0), /notWhole .*metroFlights/],
		[
			'a zone that names no table',
			(earth) => (earth.zones['Asia/Tokyo'] = 'Asia/Nowhere'),
			/zones\.Asia\/Tokyo/
		],
		['a zone that names itself', (earth) => (earth.zones['Asia/Tokyo'] = 'Asia/Tokyo'), /zones\.Asia\/Tokyo/],
		[
			'clocks out of order',
			(earth) => earth.zones['America/Chicago'].reverse(),
			/America\/Chicago: outOfOrder/
		],
		['an empty zone', (earth) => (earth.zones['Asia/Tokyo'] = []), /zones/]
	])('%s', (_name, damage, message) => {
		expect(() => parseEarth(damaged(damage))).toThrow(message);
	});

	it.each([null, 7, 'earth', [], {}])('%j is no world', (json) => {
		expect(() => parseEarth(json)).toThrow('The world does not load');
	});

	it('names at most three faults and counts the rest', () => {
		const many = damaged((earth) => earth.metros.forEach((metro: Loose) => (metro.lat = 'north')));
		expect(() => parseEarth(many)).toThrow(/and \d+ more/);
	});
});
