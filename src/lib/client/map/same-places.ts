import type { MapFacts } from '../../room/map/map-facts.ts';

/** Whether two runs are drawn at the same points: those of one scenario are. */
export function haveSamePlaces(a: MapFacts, b: MapFacts): boolean {
	return (
		a.horizonMin === b.horizonMin &&
		a.clock.startMinute === b.clock.startMinute &&
		a.metros.length === b.metros.length &&
		a.cells.hosts.length === b.cells.hosts.length &&
		a.cells.hosts.every((hosts, cell) => hosts === b.cells.hosts[cell])
	);
}
