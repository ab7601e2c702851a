import { ReadableError } from '../readable-error.ts';
import type { Metro } from './metros.ts';
import { roundedShares } from './shares.ts';
import type { AirportRow } from './tables.ts';

/** An airport serves the nearest metro of its country within this distance: assumed. */
const REACH_KM = 90;

/**
 * Passengers on an average flight by continent: rough means of passengers over aircraft movements of large
 * airports (Atlanta about 135, Chicago 103, Tokyo 170, Delhi 164, London 174): from memory, approximate.
 */
const PASSENGERS_PER_FLIGHT: Record<string, number> = { AF: 95, AS: 150, EU: 130, NA: 110, OC: 115, SA: 125 };

/** What an airport gives its metro: IATA codes, busiest first, and the metro's share of the world's flights. */
export interface MetroFlights {
	airports: string[];
	flightWeight: number;
}

/**
 * Scheduled flights by metro: each airport's passengers over passengers per flight, summed and normalised over
 * the listed airports. They carry about four fifths of the world's passengers (assumed); the rest is spread with
 * them. Throws when an airport has no metro within reach.
 */
export function metroFlights(
	metros: readonly Metro[],
	airports: readonly AirportRow[],
	continentOf: ReadonlyMap<string, string>
): MetroFlights[] {
	const served = metros.map((): AirportRow[] => []);
	for (const airport of airports) served[nearestMetro(metros, airport)].push(airport);
	const shares = roundedShares(
		served.map((list, index) => {
			const perFlight = PASSENGERS_PER_FLIGHT[continentOf.get(metros[index].country)!];
			return list.reduce((flights, airport) => flights + airport.passengersM / perFlight, 0);
		}),
		6
	);
	return served.map((list, index) => ({
		airports: list
			.toSorted((a, b) => b.passengersM - a.passengersM || (a.iata < b.iata ? -1 : 1))
			.map((airport) => airport.iata),
		flightWeight: shares[index]
	}));
}

function nearestMetro(metros: readonly Metro[], airport: AirportRow): number {
	let nearest = -1;
	let nearestKm = REACH_KM;
	metros.forEach((metro, index) => {
		if (metro.country !== airport.iso2) return;
		const km = distanceKm(metro, airport);
		if (km <= nearestKm) [nearest, nearestKm] = [index, km];
	});
	if (nearest < 0)
		throw new ReadableError(
			`airports.csv: ${airport.iata} is farther than ${REACH_KM} km from every metro of ${airport.iso2}; ` +
				'add the metro to cities.csv or remove the airport.'
		);
	return nearest;
}

/** Flat-earth distance, good to a percent below 100 km away from the poles. */
function distanceKm(a: { lat: number; lng: number }, b: { lat: number; lng: number }): number {
	const degree = Math.PI / 180;
	const x = (a.lng - b.lng) * degree * Math.cos(((a.lat + b.lat) / 2) * degree);
	const y = (a.lat - b.lat) * degree;
	return 6371 * Math.sqrt(x * x + y * y);
}
