import { CELL_STRIDE, UNDER_REPAIR, WAITING_FOR_HANDS } from '../world/columns.ts';
import type { Technicians } from './technicians.ts';
import { valueAt } from '../values.ts';
import type { World } from '../world/world.ts';

/**
 * Mutual aid: technicians who are idle, as far as their organisation lends them, go to sites of the same metro where
 * hosts wait, in proportion to the queues. Worked out in each service step and in force until the next.
 */
export function lendTechnicians(world: World, technicians: Technicians): void {
	const { sites, metros } = world.model;
	world.lentShare.fill(0);
	if (!anyoneLends(world)) return;
	const idle = new Float64Array(metros.length);
	const waiting = new Float64Array(metros.length);
	for (let site = 0; site < sites.count; site++) {
		const metro = sites.metro[site]!;
		let own = 0;
		let busy = 0;
		for (let cell = sites.cellStart[site]!; cell < sites.cellStart[site + 1]!; cell++) {
			own += world.counts[cell * CELL_STRIDE + WAITING_FOR_HANDS]!;
			busy += world.counts[cell * CELL_STRIDE + UNDER_REPAIR]!;
		}
		waiting[metro]! += own;
		const free = technicians.atWork(site) - busy - own;
		if (free > 0) idle[metro]! += free * valueAt(world, 'repair.mutualAidShare', sites.group[site]!);
	}
	for (let metro = 0; metro < idle.length; metro++) {
		if (waiting[metro]! > 0) world.lentShare[metro] = Math.min(1, idle[metro]! / waiting[metro]!);
	}
}

function anyoneLends(world: World): boolean {
	const { sectors, organisations } = world.model;
	for (let group = 0; group < sectors.length + organisations.length; group++) {
		if (valueAt(world, 'repair.mutualAidShare', group) > 0) return true;
	}
	return false;
}
