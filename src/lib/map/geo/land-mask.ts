import { atOnce, type Sliced } from '../points/slices.ts';
import type { LinearRing } from './outline.ts';
import { WORLD_HEIGHT, WORLD_WIDTH } from './projection.ts';

/** Cells of the mask in one world unit: ten kilometres at the equator. */
const CELLS_PER_UNIT = 2;
const COLUMNS = WORLD_WIDTH * CELLS_PER_UNIT;
const ROWS = Math.ceil(WORLD_HEIGHT * CELLS_PER_UNIT);

/** Rows filled between two rests. */
const ROWS_AT_A_TIME = 50;

/** Whether a point of the plane lies on land, to the cell: the even-odd rule along the middle of every row. */
export class LandMask {
	/** By cell, row by row: 1 on land. */
	readonly #land: Uint8Array;

	private constructor(land: Uint8Array) {
		this.#land = land;
	}

	static of(rings: readonly LinearRing[]): LandMask {
		return atOnce(LandMask.making(rings));
	}

	/** The same in slices: a page lives on meanwhile. */
	static *making(rings: readonly LinearRing[]): Sliced<LandMask> {
		const land = new Uint8Array(COLUMNS * ROWS);
		const crossings = yield* crossingsByRow(rings);
		for (let row = 0; row < ROWS; row++) {
			const xs = crossings[row]!.sort((a, b) => a - b);
			for (let i = 0; i + 1 < xs.length; i += 2) {
				const from = row * COLUMNS + clampColumn(Math.ceil(xs[i]! - 0.5));
				const to = row * COLUMNS + clampColumn(Math.ceil(xs[i + 1]! - 0.5));
				land.fill(1, from, to);
			}
			if (row % ROWS_AT_A_TIME === 0) yield;
		}
		return new LandMask(land);
	}

	isLand(x: number, y: number): boolean {
		const column = Math.floor(x * CELLS_PER_UNIT);
		const row = Math.floor(y * CELLS_PER_UNIT);
		if (column < 0 || column >= COLUMNS || row < 0 || row >= ROWS) return false;
		return this.#land[row * COLUMNS + column] === 1;
	}
}

/** For each row of cells, where shores cross its middle, in cells. */
function* crossingsByRow(rings: readonly LinearRing[]): Sliced<number[][]> {
	const rows = Array.from({ length: ROWS }, (): number[] => []);
	for (const ring of rings) {
		for (let i = 0; i < ring.length; i += 2) {
			const next = (i + 2) % ring.length;
			const x0 = ring[i]! * CELLS_PER_UNIT;
			const y0 = ring[i + 1]! * CELLS_PER_UNIT - 0.5;
			const x1 = ring[next]! * CELLS_PER_UNIT;
			const y1 = ring[next + 1]! * CELLS_PER_UNIT - 0.5;
			const first = Math.max(0, Math.ceil(Math.min(y0, y1)));
			const last = Math.min(ROWS, Math.ceil(Math.max(y0, y1)));
			for (let row = first; row < last; row++) rows[row]!.push(x0 + ((row - y0) / (y1 - y0)) * (x1 - x0));
		}
		yield;
	}
	return rows;
}

function clampColumn(column: number): number {
	return Math.max(0, Math.min(COLUMNS, column));
}
