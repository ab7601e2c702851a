import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as column from '../world/columns.ts';
import { CELL_STRIDE, HELD, IN_FLIGHT } from '../world/columns.ts';
import { watchPlay } from '../testing/play.ts';
import { randomPlay } from '../testing/random-play.ts';
import { settingFault } from '../values.ts';
import { type World } from '../world/world.ts';
import { isDeep } from '../testing/deep.ts';

const RUNS = isDeep ? 600 : 60;
/** Random worlds by number; half of them with defects that few worlds have. */
const plays = fc.record({ number: fc.integer({ min: 1, max: 1e9 }), otherDefects: fc.boolean() });

test('the random plays that the rules are tried on give only orders that are sound', () => {
	fc.assert(
		fc.property(plays, ({ number, otherDefects }) => {
			const play = randomPlay(number, { otherDefects });
			for (const order of play.orders) expect(settingFault(play.model, order), `${number}`).toBeNull();
		})
	);
});

test('whatever is ordered, every host of a cell is in exactly one state at every step', () => {
	fc.assert(
		fc.property(plays, ({ number, otherDefects }) => {
			const play = randomPlay(number, { otherDefects });
			let first: number[] = [];
			const world = watchPlay(play, number, (now) => {
				const hosts = hostsByCell(now);
				// Before the first step, hosts may have gone to a second vendor.
				if (first.length === 0) first = hosts;
				expect(hosts).toEqual(first);
			});
			const { cells } = world.model;
			const all = (hosts: ArrayLike<number>) => Array.from(hosts).reduce((sum, of) => sum + of, 0);
			expect(all(first)).toBe(all(cells.hosts));
		}),
		{ numRuns: RUNS }
	);
});

/** Hosts of each cell, over all states. Throws on a negative count. */
function hostsByCell({ counts, otherHosts, model: { cells } }: World): number[] {
	return Array.from({ length: cells.count }, (_, cell) => {
		let hosts = 0;
		for (let c = 0; c <= HELD; c++) {
			const count = counts[cell * CELL_STRIDE + c]!;
			if (count < 0) throw new Error(`cell ${cell} has ${count} hosts in column ${c}`);
			hosts += count;
		}
		return hosts + otherHostsAt(otherHosts, cells.count, cell);
	});
}

/** Hosts of a cell in states of other defects. Throws on a negative count. */
function otherHostsAt(otherHosts: Int32Array, cells: number, cell: number): number {
	const stride = otherHosts.length / cells;
	const counts = otherHosts.subarray(cell * stride, (cell + 1) * stride);
	if (counts.some((count) => count < 0)) throw new Error(`cell ${cell} has ${counts.join(', ')} other hosts`);
	return counts.reduce((sum, count) => sum + count, 0);
}

test('hosts counted as running without protection are those in such states', () => {
	fc.assert(
		fc.property(plays, ({ number, otherDefects }) => {
			const play = randomPlay(number, { otherDefects });
			watchPlay(play, number, ({ counts, exposed, model: { cells } }) => {
				let bare = 0;
				for (let at = 0; at < cells.count * CELL_STRIDE; at += CELL_STRIDE)
					bare += column.exposedAt(counts, at);
				expect(exposed[0]).toBe(bare);
			});
		}),
		{ numRuns: RUNS / 4 }
	);
});

test('a cell rests exactly when none of its hosts is fetching or was hit and is not back', () => {
	fc.assert(
		fc.property(plays, ({ number, otherDefects }) => {
			const play = randomPlay(number, { otherDefects });
			watchPlay(play, number, ({ counts, otherHosts, model: { cells } }) => {
				for (let at = 0; at < cells.count * CELL_STRIDE; at += CELL_STRIDE) {
					let flying = otherHostsAt(otherHosts, cells.count, at / CELL_STRIDE);
					for (let c = column.FETCHING; c <= column.UNDER_REPAIR; c++) flying += counts[at + c]!;
					for (let c = column.UNPROTECTED; c <= column.COMPROMISED; c++) flying += counts[at + c]!;
					if (counts[at + IN_FLIGHT] !== flying)
						throw new Error(`${flying} hosts are in flight, ${counts[at + IN_FLIGHT]} are noted`);
				}
			});
		}),
		{ numRuns: RUNS / 2 }
	);
});

test('whatever is ordered, shares stay shares, amounts never run negative and losses are whole cents', () => {
	fc.assert(
		fc.property(plays, ({ number, otherDefects }) => {
			const play = randomPlay(number, { otherDefects });
			let lossCents = 0;
			watchPlay(play, number, (world) => {
				for (const name of ['level', 'output', 'shortfall', 'openedShare', 'trust', 'lentShare'] as const)
					within(world, name, 0, 1);
				for (const name of ['backlogUnits', 'lostUnits', 'lossCents', 'crashes', 'seenCrashes'] as const)
					within(world, name, 0, Number.MAX_SAFE_INTEGER);
				let sum = 0;
				for (const cents of world.lossCents) {
					if (!Number.isInteger(cents)) throw new Error(`a loss of ${cents} cents`);
					sum += cents;
				}
				if (sum < lossCents) throw new Error('losses shrank');
				lossCents = sum;
			});
		}),
		{ numRuns: RUNS / 2 }
	);
});

/** Sums of shares may leave their range by rounding; NaN is never within. */
const ROUNDING = 1e-9;

function within(
	world: World,
	name: 'level' | 'output' | 'shortfall' | 'openedShare' | 'trust' | 'lentShare' | AmountName,
	min: number,
	max: number
): void {
	for (const value of world[name]) {
		if (!(value >= min - ROUNDING && value <= max + ROUNDING)) throw new Error(`${name} is ${value}`);
	}
}
type AmountName = 'backlogUnits' | 'lostUnits' | 'lossCents' | 'crashes' | 'seenCrashes';

test('a host crashes once at most', () => {
	fc.assert(
		fc.property(plays, ({ number, otherDefects }) => {
			const play = randomPlay(number, { otherDefects });
			const world = watchPlay(play, number, () => {});
			hostsByCell(world).forEach((hosts, cell) => {
				const crashed = world.counts[cell * CELL_STRIDE + column.EVER_CRASHED]!;
				expect(crashed).toBeLessThanOrEqual(hosts);
			});
		}),
		{ numRuns: RUNS / 2 }
	);
});
