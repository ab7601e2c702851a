import { ASLEEP, CELL_STRIDE, PROTECTED } from '../../world/columns.ts';
import type { Model } from '../../model.ts';
import { Sleepers } from '../../hosts/sleepers.ts';
import { hostsInOther, SEEN } from '../../other-defects/columns.ts';
import { HOST_STATES } from '../../table/states.ts';
import type { World } from '../../world/world.ts';

/**
 * What a map can tell apart: the cells of a model with the strata of one place taken together. All arrays are by map
 * cell, and map cells of one metro are adjacent.
 */
export interface MapCells {
	readonly count: number;
	readonly metro: Uint16Array;
	readonly sector: Uint8Array;
	readonly hostClass: Uint8Array;
	readonly vendor: Uint8Array;
	/** Index of the named organisation, or -1. */
	readonly organisation: Int16Array;
	readonly hosts: Int32Array;
	/** By cell of the model: its map cell. */
	readonly ofModelCell: Int32Array;
}

const known = new WeakMap<Model, MapCells>();

/** The map cells of a model, in the order of their first cells; the same object again for the same model. */
export function mapCellsOf(model: Model): MapCells {
	let mapCells = known.get(model);
	if (mapCells === undefined) known.set(model, (mapCells = takenTogether(model)));
	return mapCells;
}

function takenTogether({ sites, cells }: Model): MapCells {
	const byPlace = new Map<string, number>();
	const firstCell: number[] = [];
	const hosts: number[] = [];
	const ofModelCell = new Int32Array(cells.count);
	for (let cell = 0; cell < cells.count; cell++) {
		const site = cells.site[cell]!;
		const place = [
			sites.metro[site],
			sites.sector[site],
			sites.organisation[site],
			cells.hostClass[cell],
			cells.vendor[cell]
		].join(' ');
		let mapCell = byPlace.get(place);
		if (mapCell === undefined) {
			mapCell = firstCell.push(cell) - 1;
			hosts.push(0);
			byPlace.set(place, mapCell);
		}
		hosts[mapCell]! += cells.hosts[cell]!;
		ofModelCell[cell] = mapCell;
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
		ofModelCell
	};
}

/** Hosts by state in every map cell at this minute, `out[map cell × HOST_STATES.length + state]`; the same tallies as
 * `observe`, so a map and a table that are drawn from them agree to the host. */
export function observeMapCells(
	world: World,
	mapCells: MapCells,
	out = new Int32Array(mapCells.count * HOST_STATES.length)
): Int32Array {
	const { model, counts } = world;
	const { metro, hostClass, ofModelCell } = mapCells;
	const sleepers = new Sleepers(world);
	out.fill(0);
	for (let cell = 0; cell < model.cells.count; cell++) {
		const mapCell = ofModelCell[cell]!;
		const at = cell * CELL_STRIDE;
		const to = mapCell * HOST_STATES.length;
		const asleep = sleepers.asleep(cell, metro[mapCell]!, hostClass[mapCell]!);
		out[to + ASLEEP]! += asleep;
		out[to + PROTECTED]! += sleepers.untouched(cell) - asleep;
		for (let state = PROTECTED + 1; state < HOST_STATES.length; state++)
			out[to + state]! += counts[at + state]!;
		if (world.otherHosts.length > 0)
			for (const { state, seenAs } of SEEN) out[to + seenAs]! += hostsInOther(world, cell, state);
	}
	return out;
}
