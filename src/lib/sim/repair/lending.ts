import { CELL_STRIDE, UNDER_REPAIR, WAITING_FOR_HANDS } from '../world/columns.ts';
import { chanceWithin } from '../exact/exp.ts';
import { groupCount } from '../model.ts';
import { cents } from '../services/services.ts';
import type { Technicians } from './technicians.ts';
import { valueAt } from '../values.ts';
import type { World } from '../world/world.ts';

const HOUR_MIN = 60;

/**
 * Mutual aid: of technicians who are idle, as many as their organisation agreed to lend go to sites of the same metro
 * where hosts wait and whose organisation is in the agreement, too, in proportion to the queues. It takes time until
 * they are at work there, and none until they leave. Worked out in each service step, for the `stepMin` minutes since the
 * last, and in force until the next.
 */
export function lendTechnicians(world: World, technicians: Technicians, stepMin: number): void {
	const { sites, metros } = world.model;
	if (!anyoneLends(world)) {
		world.lent.fill(0);
		world.lentShare.fill(0);
		return;
	}
	payForLent(world, technicians, stepMin);
	const idle = new Float64Array(metros.length);
	const need = new Float64Array(metros.length);
	for (let site = 0; site < sites.count; site++) {
		const share = valueAt(world, 'repair.mutualAidShare', sites.group[site]!);
		if (share === 0) continue;
		const metro = sites.metro[site]!;
		const waiting = hostsIn(world, site, WAITING_FOR_HANDS);
		need[metro]! += waiting;
		const free = technicians.atWork(site) - hostsIn(world, site, UNDER_REPAIR) - waiting;
		if (free > 0) idle[metro]! += free * share;
	}
	const arriving = chanceWithin(stepMin, valueAt(world, 'repair.aidDelayMin', 0));
	for (let metro = 0; metro < metros.length; metro++) {
		const wanted = Math.min(idle[metro]!, need[metro]!);
		const more = wanted - world.lent[metro]!;
		world.lent[metro] = more > 0 && arriving < 1 ? world.lent[metro]! + arriving * more : wanted;
		world.lentShare[metro] = need[metro]! > 0 ? Math.min(1, world.lent[metro]! / need[metro]!) : 0;
	}
}

/** Lent technicians at a site with `waiting` hosts: its part of them, and no more than its own technicians can guide. */
export function lentTo(world: World, technicians: Technicians, site: number, waiting: number): number {
	const { sites } = world.model;
	const group = sites.group[site]!;
	const part = waiting * world.lentShare[sites.metro[site]!]!;
	if (part === 0 || valueAt(world, 'repair.mutualAidShare', group) === 0) return 0;
	return Math.min(part, technicians.atWork(site) * valueAt(world, 'repair.aidPerTechnician', group));
}

/** Sites pay for the technicians that they had on loan since the last step. */
function payForLent(world: World, technicians: Technicians, stepMin: number): void {
	const { sites } = world.model;
	for (let site = 0; site < sites.count; site++) {
		const hourUsd = valueAt(world, 'repair.aidHourUsd', sites.group[site]!);
		if (hourUsd === 0 || world.lentShare[sites.metro[site]!] === 0) continue;
		const lent = lentTo(world, technicians, site, hostsIn(world, site, WAITING_FOR_HANDS));
		world.lossCents[site]! += cents((lent * hourUsd * stepMin) / HOUR_MIN);
	}
}

function hostsIn(world: World, site: number, column: number): number {
	const { cellStart } = world.model.sites;
	let hosts = 0;
	for (let cell = cellStart[site]!; cell < cellStart[site + 1]!; cell++)
		hosts += world.counts[cell * CELL_STRIDE + column]!;
	return hosts;
}

function anyoneLends(world: World): boolean {
	for (let group = 0; group < groupCount(world.model); group++) {
		if (valueAt(world, 'repair.mutualAidShare', group) > 0) return true;
	}
	return false;
}
