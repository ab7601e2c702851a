import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as column from './columns.ts';
import { CELL_STRIDE, HELD, IN_FLIGHT } from './columns.ts';
import { watchPlay } from './testing/play.ts';
import { randomPlay } from './testing/random-play.ts';
import { settingFault } from './values.ts';
import { type World } from './world.ts';

const RUNS = process.env.PATCHFALL_DEEP === '1' ? 600 : 60;
const plays = fc.integer({ min: 1, max: 1e9 });

test('the random plays that the rules are tried on give only orders that are sound', () => {
	fc.assert(
		fc.property(plays, (number) => {
			const { model, orders } = randomPlay(number);
			for (const order of orders) expect(settingFault(model, order)).toBeNull();
		})
	);
});

test('whatever is ordered, every host of a cell is in exactly one state at every step', () => {
	fc.assert(
		fc.property(plays, (number) => {
			const play = randomPlay(number);
			watchPlay(play, number, ({ counts, model: { cells } }) => {
				for (let cell = 0; cell < cells.count; cell++) {
					const at = cell * CELL_STRIDE;
					let hosts = 0;
					for (let c = 0; c <= HELD; c++) {
						if (counts[at + c]! < 0) throw new Error(`cell ${cell} has ${counts[at + c]} in column ${c}`);
						hosts += counts[at + c]!;
					}
					if (hosts !== cells.hosts[cell])
						throw new Error(`cell ${cell} has ${hosts} of ${cells.hosts[cell]}`);
				}
			});
		}),
		{ numRuns: RUNS }
	);
});

test('a cell rests exactly when none of its hosts is fetching or was hit and is not back', () => {
	fc.assert(
		fc.property(plays, (number) => {
			watchPlay(randomPlay(number), number, ({ counts, model: { cells } }) => {
				for (let at = 0; at < cells.count * CELL_STRIDE; at += CELL_STRIDE) {
					let flying = 0;
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
		fc.property(plays, (number) => {
			let lossCents = 0;
			watchPlay(randomPlay(number), number, (world) => {
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
		fc.property(plays, (number) => {
			const world = watchPlay(randomPlay(number), number, () => {});
			for (let cell = 0; cell < world.model.cells.count; cell++)
				expect(world.counts[cell * CELL_STRIDE + column.EVER_CRASHED]).toBeLessThanOrEqual(
					world.model.cells.hosts[cell]!
				);
		}),
		{ numRuns: RUNS / 2 }
	);
});
