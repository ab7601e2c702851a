import { CELL_STRIDE } from '../world/columns.ts';
import { otherStride } from '../other-defects/columns.ts';
import type { World } from '../world/world.ts';
import type { TouchedSites } from './touched-sites.ts';

const BY_SITE = [
	'level',
	'output',
	'backlogUnits',
	'lostUnits',
	'lossCents',
	'shortSinceMin',
	'service',
	'active'
] as const satisfies (keyof World)[];

/**
 * Completes a world of which only some sites were stepped: everything elsewhere becomes as in `other`, a world at the same
 * minute in which the same happened there.
 */
export function takeElsewhere(world: World, other: World, touched: TouchedSites): void {
	takeServices(world, other, touched);
	const { cellStart } = world.model.sites;
	const stride = otherStride(world.model);
	for (const [from, to] of touched.elsewhere) {
		takeCells(world.counts, other.counts, cellStart[from]!, cellStart[to]!, CELL_STRIDE);
		takeCells(world.otherHosts, other.otherHosts, cellStart[from]!, cellStart[to]!, stride);
	}
	const metros = world.model.metros.length;
	const isMetro = new Uint8Array(metros);
	touched.isPlace.forEach((is, place) => {
		if (is === 1) isMetro[place % metros] = 1;
		else world.shortfall[place] = other.shortfall[place]!;
	});
	isMetro.forEach((is, metro) => {
		if (is === 1) return;
		world.lent[metro] = other.lent[metro]!;
		world.lentShare[metro] = other.lentShare[metro]!;
	});
}

/** The same for what is kept of each service: all that is looked at where hosts are counted by themselves. */
export function takeServices(world: World, other: World, { elsewhere }: TouchedSites): void {
	for (const [from, to] of elsewhere) {
		for (const name of BY_SITE) world[name].set(other[name].subarray(from, to), from);
	}
}

function takeCells(to: Int32Array, from: Int32Array, first: number, end: number, stride: number): void {
	to.set(from.subarray(first * stride, end * stride), first * stride);
}
