import { HOST_STATES } from '../../sim/table/states.ts';
import { mapCellsOf, type MapCells } from '../../sim/observe/map/map-cells.ts';
import type { Model } from '../../sim/model.ts';

/**
 * The cells of a map that goes over a network: of each city and sector the hosts of all kinds and vendors together, with
 * the organisations of an audience apart. Those of others are among their sectors' and cannot be told from them.
 */
export interface CoarseMap {
	readonly cells: Omit<MapCells, 'ofModelCell'>;
	/** By map cell of the model: its cell here. */
	readonly ofMapCell: Int32Array;
}

const STATES = HOST_STATES.length;

/** @param own indices of the organisations that the audience may see */
export function coarseMapOf(model: Model, own: ReadonlySet<number>): CoarseMap {
	const { count, metro, sector, organisation, hosts } = mapCellsOf(model);
	const byPlace = new Map<string, number>();
	const firsts: number[] = [];
	const sums: number[] = [];
	const ofMapCell = new Int32Array(count);
	for (let cell = 0; cell < count; cell++) {
		const shown = own.has(organisation[cell]!) ? organisation[cell]! : -1;
		const place = `${metro[cell]} ${sector[cell]} ${shown}`;
		let coarse = byPlace.get(place);
		if (coarse === undefined) {
			coarse = firsts.push(cell) - 1;
			sums.push(0);
			byPlace.set(place, coarse);
		}
		sums[coarse]! += hosts[cell]!;
		ofMapCell[cell] = coarse;
	}
	const cells = {
		count: firsts.length,
		metro: Uint16Array.from(firsts, (cell) => metro[cell]!),
		sector: Uint8Array.from(firsts, (cell) => sector[cell]!),
		hostClass: new Uint8Array(firsts.length),
		vendor: new Uint8Array(firsts.length),
		organisation: Int16Array.from(firsts, (cell) =>
			own.has(organisation[cell]!) ? organisation[cell]! : -1
		),
		hosts: Int32Array.from(sums)
	};
	return { cells, ofMapCell };
}

/** Counts of a snapshot, `counts[map cell × number of host states + state]`, by the cells of a coarse map. */
export function coarseCounts({ cells, ofMapCell }: CoarseMap, counts: Int32Array): Int32Array {
	const coarse = new Int32Array(cells.count * STATES);
	for (let cell = 0, at = 0; cell < ofMapCell.length; cell++, at += STATES) {
		const to = ofMapCell[cell]! * STATES;
		for (let state = 0; state < STATES; state++) coarse[to + state]! += counts[at + state]!;
	}
	return coarse;
}
