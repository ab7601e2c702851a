import { HOST_STATES } from '../../sim/table/states.ts';
import { tallyMap } from '../../sim/observe/map/map-shares.ts';
import type { MapSnapshot } from '../../sim/observe/map/map-snapshot.ts';
import type { MapFrame, MapWorld } from '../map-world.ts';

const METROS = 550;
const CELLS_PER_METRO = 60;
const STATES = HOST_STATES.length;
const CRASHED = HOST_STATES.indexOf('crashed');
const RECOVERED = HOST_STATES.indexOf('recovered');
const PROTECTED = HOST_STATES.indexOf('protected');
const ASLEEP = HOST_STATES.indexOf('asleep');

/** A made-up world of as many metros and cells as the shipped one, with exactly so many hosts. */
export function benchWorld(hosts: number): MapWorld {
	const count = METROS * CELLS_PER_METRO;
	const each = Math.floor(hosts / count);
	const perCell = new Int32Array(count).fill(each);
	perCell[0]! += hosts - each * count;
	return {
		clock: { startMinute: 12_913_680 },
		metros: Array.from({ length: METROS }, (_, i) => ({
			id: `m${i}`,
			name: `Metro ${i}`,
			country: 'XX',
			continent: 'EU',
			lat: ((i * 37) % 110) - 50,
			lng: ((i * 61) % 340) - 170,
			utcOffsetMin: 0
		})),
		sectors: Array.from({ length: 12 }, (_, i) => ({ id: `s${i}` })),
		vendors: [{ id: 'a' }, { id: 'b' }],
		organisations: [],
		cells: {
			count,
			metro: Uint16Array.from({ length: count }, (_, i) => Math.floor(i / CELLS_PER_METRO)),
			sector: Uint8Array.from({ length: count }, (_, i) => i % 12),
			hostClass: Uint8Array.from({ length: count }, (_, i) => i % 5),
			vendor: Uint8Array.from({ length: count }, (_, i) => i % 2),
			organisation: new Int16Array(count).fill(-1),
			hosts: perCell
		}
	};
}

/** A snapshot as a worker makes it, as far as the map draws it. */
export type BenchFrame = MapFrame & Pick<MapSnapshot, 'counts'>;

/** Counts that change at every cell with every minute: hosts crash, and come back in another order. */
export function benchFrame({ cells }: MapWorld, minute: number): BenchFrame {
	const counts = new Int32Array(cells.count * STATES);
	for (let cell = 0, at = 0; cell < cells.count; cell++, at += STATES) {
		const hosts = cells.hosts[cell]!;
		const crashed = Math.floor((hosts * (((minute + cell) % 97) / 97)) / 2);
		const recovered = Math.floor((hosts * (((minute * 3 + cell) % 89) / 89)) / 4);
		const asleep = Math.floor(hosts / 5);
		counts[at + CRASHED] = crashed;
		counts[at + RECOVERED] = recovered;
		counts[at + ASLEEP] = asleep;
		counts[at + PROTECTED] = hosts - crashed - recovered - asleep;
	}
	return { minute, counts, ...tallyMap(counts, cells, METROS) };
}
