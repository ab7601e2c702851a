import type { Frame, HostTally } from '../../sim/observe/frame.ts';
import type { MapSnapshot } from '../../sim/observe/map/map-snapshot.ts';
import { MARKER_OF_STATE, MARKERS } from '../../sim/observe/map/map-markers.ts';
import { HOST_STATES } from '../../sim/table/states.ts';
import type { MapFacts } from './map-facts.ts';

const DOWN = HOST_STATES.map((_, state) =>
	['crashed', 'repairing'].includes(MARKERS[MARKER_OF_STATE[state]!]!)
);

/** Hosts by country as a map shows them. What a map does not know, who crashed ever, is nought. */
export function countriesOn(facts: MapFacts | null, snapshot: MapSnapshot | null): Frame['byCountry'] {
	if (facts === null || snapshot === null) return {};
	const { cells, metros } = facts;
	const byState = new Map<string, number[]>();
	for (let cell = 0, at = 0; cell < cells.count; cell++) {
		const { country } = metros[cells.metro[cell]!]!;
		let sums = byState.get(country);
		if (sums === undefined) byState.set(country, (sums = HOST_STATES.map(() => 0)));
		for (let state = 0; state < HOST_STATES.length; state++, at++) sums[state]! += snapshot.counts[at]!;
	}
	return Object.fromEntries([...byState].map(([country, sums]) => [country, tallyOf(sums)]));
}

function tallyOf(sums: readonly number[]): HostTally {
	const counts = Object.fromEntries(HOST_STATES.map((state, place) => [state, sums[place]!]));
	return {
		hosts: sums.reduce((all, one) => all + one, 0),
		down: sums.reduce((all, one, state) => all + (DOWN[state]! ? one : 0), 0),
		counts: counts as HostTally['counts'],
		...{ everCrashed: 0, everCompromised: 0 }
	};
}
