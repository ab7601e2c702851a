import { HOST_STATES } from '../../sim/table/tables.ts';
import type { MapFrame, MapWorld } from '../world.ts';

const METROS = 550;
const SPOTS_PER_METRO = 60;
const STATES = HOST_STATES.length;
const CRASHED = HOST_STATES.indexOf('crashed');
const RECOVERED = HOST_STATES.indexOf('recovered');
const PROTECTED = HOST_STATES.indexOf('protected');
const ASLEEP = HOST_STATES.indexOf('asleep');

/** A made-up world of as many metros and spots as the shipped one, with exactly so many hosts. */
export function benchWorld(hosts: number): MapWorld {
	const count = METROS * SPOTS_PER_METRO;
	const each = Math.floor(hosts / count);
	const perSpot = new Int32Array(count).fill(each);
	perSpot[0]! += hosts - each * count;
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
		spots: {
			count,
			metro: Uint16Array.from({ length: count }, (_, i) => Math.floor(i / SPOTS_PER_METRO)),
			sector: Uint8Array.from({ length: count }, (_, i) => i % 12),
			hostClass: Uint8Array.from({ length: count }, (_, i) => i % 5),
			vendor: Uint8Array.from({ length: count }, (_, i) => i % 2),
			organisation: new Int16Array(count).fill(-1),
			hosts: perSpot
		}
	};
}

/** Counts that change at every spot with every minute: hosts crash, and come back in another order. */
export function benchFrame({ spots }: MapWorld, minute: number): MapFrame {
	const counts = new Int32Array(spots.count * STATES);
	for (let spot = 0, at = 0; spot < spots.count; spot++, at += STATES) {
		const hosts = spots.hosts[spot]!;
		const crashed = Math.floor((hosts * (((minute + spot) % 97) / 97)) / 2);
		const recovered = Math.floor((hosts * (((minute * 3 + spot) % 89) / 89)) / 4);
		const asleep = Math.floor(hosts / 5);
		counts[at + CRASHED] = crashed;
		counts[at + RECOVERED] = recovered;
		counts[at + ASLEEP] = asleep;
		counts[at + PROTECTED] = hosts - crashed - recovered - asleep;
	}
	return { minute, counts };
}
