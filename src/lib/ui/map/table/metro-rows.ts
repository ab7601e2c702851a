import type { MapFacts } from '../../../room/map/map-facts.ts';
import type { MapSnapshot } from '../../../sim/observe/map/map-snapshot.ts';
import { tallyBy, type Tally } from '../../../map/points/tally.ts';
import { CLASS_COUNT } from '../../../sim/model.ts';

export type MetroSplit = 'sector' | 'hostClass' | 'vendor';

export interface MetroRow {
	/** Index of the sector, the kind of host or the vendor. */
	readonly group: number;
	readonly tally: Tally;
	/** Share of demand that the sector meets here; null where it has no service or the row is no sector. */
	readonly output: number | null;
}

/** A metro's hosts by sector, kind or vendor: those with most hosts down first; groups without hosts are left out. */
export function metroRows(
	facts: MapFacts,
	snapshot: Pick<MapSnapshot, 'minute' | 'counts' | 'outputs'>,
	metro: number,
	split: MetroSplit
): MetroRow[] {
	const { cells, sectors, vendors } = facts;
	const groups = { sector: sectors.length, hostClass: CLASS_COUNT, vendor: vendors.length }[split];
	const groupOf = cells[split];
	return tallyBy(facts, snapshot, groups, (cell) => (cells.metro[cell] === metro ? groupOf[cell]! : -1))
		.map((tally, group): MetroRow => {
			const output = split === 'sector' ? snapshot.outputs[metro * sectors.length + group]! : NaN;
			return { group, tally, output: Number.isNaN(output) ? null : output };
		})
		.filter(({ tally }) => tally.hosts > 0)
		.sort((a, b) => b.tally.down - a.tally.down || b.tally.hosts - a.tally.hosts);
}
