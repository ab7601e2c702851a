import { ASLEEP, CELL_STRIDE, PROTECTED } from '../world/columns.ts';
import type { Model } from '../model.ts';
import { Sleepers } from '../hosts/sleepers.ts';
import { HOST_STATES } from '../table/tables.ts';
import type { World } from '../world/world.ts';

/**
 * What a map can tell apart: the cells of a model with the strata of one place taken together. All arrays are by spot,
 * and spots of one metro are adjacent.
 */
export interface Spots {
	readonly count: number;
	readonly metro: Uint16Array;
	readonly sector: Uint8Array;
	readonly hostClass: Uint8Array;
	readonly vendor: Uint8Array;
	/** Index of the named organisation, or -1. */
	readonly organisation: Int16Array;
	readonly hosts: Int32Array;
	/** By cell of the model: its spot. */
	readonly ofCell: Int32Array;
}

/** The spots of a model, in the order of their first cells. */
export function spotsOf({ sites, cells }: Model): Spots {
	const known = new Map<string, number>();
	const firstCell: number[] = [];
	const hosts: number[] = [];
	const ofCell = new Int32Array(cells.count);
	for (let cell = 0; cell < cells.count; cell++) {
		const site = cells.site[cell]!;
		const key = [
			sites.metro[site],
			sites.sector[site],
			sites.organisation[site],
			cells.hostClass[cell],
			cells.vendor[cell]
		].join(' ');
		let spot = known.get(key);
		if (spot === undefined) {
			spot = firstCell.push(cell) - 1;
			hosts.push(0);
			known.set(key, spot);
		}
		hosts[spot]! += cells.hosts[cell]!;
		ofCell[cell] = spot;
	}
	const bySite = (of: ArrayLike<number>) => firstCell.map((cell) => of[cells.site[cell]!]!);
	return {
		count: firstCell.length,
		metro: Uint16Array.from(bySite(sites.metro)),
		sector: Uint8Array.from(bySite(sites.sector)),
		hostClass: Uint8Array.from(firstCell, (cell) => cells.hostClass[cell]!),
		vendor: Uint8Array.from(firstCell, (cell) => cells.vendor[cell]!),
		organisation: Int16Array.from(bySite(sites.organisation)),
		hosts: Int32Array.from(hosts),
		ofCell
	};
}

/** Hosts by state at every spot at this minute, `out[spot × HOST_STATES.length + state]`; the same tallies as
 * `observe`, so a map and a table that are drawn from them agree to the host. */
export function observeSpots(
	world: World,
	spots: Spots,
	out = new Int32Array(spots.count * HOST_STATES.length)
): Int32Array {
	const { model, counts } = world;
	const sleepers = new Sleepers(world);
	out.fill(0);
	for (let cell = 0; cell < model.cells.count; cell++) {
		const spot = spots.ofCell[cell]!;
		const at = cell * CELL_STRIDE;
		const to = spot * HOST_STATES.length;
		const asleep = sleepers.asleep(cell, spots.metro[spot]!, spots.hostClass[spot]!, spots.vendor[spot]!);
		out[to + ASLEEP]! += asleep;
		out[to + PROTECTED]! += sleepers.untouched(cell) - asleep;
		for (let state = PROTECTED + 1; state < HOST_STATES.length; state++)
			out[to + state]! += counts[at + state]!;
	}
	return out;
}
