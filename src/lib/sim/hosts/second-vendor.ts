import { CELL_STRIDE, HELD } from '../world/columns.ts';
import { valueAt } from '../values.ts';
import type { World } from '../world/world.ts';

/**
 * Moves the share that each named organisation gives to a second vendor, class by class, before anything has
 * happened. Hosts go to the first other vendor that the site has cells for; elsewhere nothing moves. Calling it again
 * with other shares starts from the model's hosts.
 */
export function takeSecondVendor(world: World): void {
	const { sites, cells, releases } = world.model;
	const { counts } = world;
	for (let site = 0; site < sites.count; site++) {
		if (sites.organisation[site]! < 0) continue;
		const share = valueAt(world, 'fleet.secondVendorShare', sites.group[site]!);
		const start = sites.cellStart[site]!;
		const end = sites.cellStart[site + 1]!;
		for (let cell = start; cell < end; cell++) counts[cell * CELL_STRIDE + HELD] = cells.hosts[cell]!;
		for (let cell = start; cell < end; cell++) {
			const vendor = cells.vendor[cell]!;
			if (!releases.some((release) => release.vendor === vendor)) continue;
			const second = findSecond(world, start, end, cell);
			if (second < 0) continue;
			const moved = Math.floor(cells.hosts[cell]! * share + 0.5);
			counts[cell * CELL_STRIDE + HELD]! -= moved;
			counts[second * CELL_STRIDE + HELD]! += moved;
		}
	}
}

function findSecond({ model }: World, start: number, end: number, from: number): number {
	const { hostClass, vendor } = model.cells;
	for (let cell = start; cell < end; cell++) {
		if (hostClass[cell] === hostClass[from] && vendor[cell] !== vendor[from]) return cell;
	}
	return -1;
}
