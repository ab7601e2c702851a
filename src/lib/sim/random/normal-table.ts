import { exp } from '../exact/exp.ts';
import { normalQuantile } from './normal.ts';

const CELLS = 512;
/** Cells of the table at either end where the quantile bends too fast for a cubic. */
const END_CELLS = 8;
const END = END_CELLS / CELLS;
const SQRT_TWO_PI = 2.5066282746310002;

/**
 * Four coefficients a cell, of the cubic in the position within the cell (0 to 1), z falling as u rises.
 */
const CUBICS = new Float64Array(CELLS * 4);

for (let cell = END_CELLS; cell < CELLS - END_CELLS; cell += 1) {
	const from = -normalQuantile(cell / CELLS);
	const to = -normalQuantile((cell + 1) / CELLS);
	const slopeFrom = (-SQRT_TWO_PI * exp(0.5 * from * from)) / CELLS;
	const slopeTo = (-SQRT_TWO_PI * exp(0.5 * to * to)) / CELLS;
	CUBICS[cell * 4] = from;
	CUBICS[cell * 4 + 1] = slopeFrom;
	CUBICS[cell * 4 + 2] = 3 * (to - from) - 2 * slopeFrom - slopeTo;
	CUBICS[cell * 4 + 3] = 2 * (from - to) + slopeFrom + slopeTo;
}

/**
 * The z that a standard normal exceeds with probability u, from a table of cubics that meet in value and
 * slope (error below 2e-6); the last 1/64 at either end is exact. Falls strictly over the 2³² values of
 * `uniform`.
 */
export function normalExceededWith(u: number): number {
	if (u < END || u >= 1 - END) return -normalQuantile(u);
	const position = u * CELLS;
	const cell = position | 0;
	const t = position - cell;
	const at = cell << 2;
	return CUBICS[at] + t * (CUBICS[at + 1] + t * (CUBICS[at + 2] + t * CUBICS[at + 3]));
}
