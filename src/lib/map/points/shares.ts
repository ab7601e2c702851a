import { HOST_STATES } from '../../sim/table/tables.ts';
import { MARKER_OF_STATE, MARKERS } from '../markers.ts';

/** Words of 32 bits for a row: eight shares of 16 bits, of which the last is not used. One texel of the shader. */
export const WORDS_PER_ROW = 4;

/** Ranks run from 0 to WHOLE − 1; a share of WHOLE is all of them. */
export const WHOLE = 0xffff;

const STATES = HOST_STATES.length;
const STATES_BY_MARK: readonly (readonly number[])[] = MARKERS.map((_, marker) =>
	MARKER_OF_STATE.flatMap((of, state) => (of === marker ? [state] : []))
);

/**
 * For every cell that has points, one row: the share of its hosts that are at least as far as each marker, in 16 bits,
 * two in a word.
 * A point of rank r carries the first marker whose share is above r; asleep needs no share, it takes who is left.
 *
 * @param counts as in a MapFrame
 * @param rows the cells that have points, in order
 */
export function packShares(
	counts: Int32Array,
	hosts: Int32Array,
	rows: Uint32Array,
	out: Uint32Array
): Uint32Array {
	const [recovered, compromised, unprotected, repairing, crashed, fetching, healthy] = STATES_BY_MARK;
	const [r0] = recovered!;
	const [c0] = compromised!;
	const [u0, u1] = unprotected!;
	const [p0] = repairing!;
	const [d0, d1, d2] = crashed!;
	const [f0] = fetching!;
	const [h0] = healthy!;
	// Written out: this loop runs over every cell with points for every frame.
	for (let row = 0, to = 0; row < rows.length; row++, to += WORDS_PER_ROW) {
		const cell = rows[row]!;
		const at = cell * STATES;
		const scale = hosts[cell]! > 0 ? WHOLE / hosts[cell]! : 0;
		let sum = counts[at + r0!]!;
		const a = (sum * scale + 0.5) | 0;
		sum += counts[at + c0!]!;
		const b = (sum * scale + 0.5) | 0;
		sum += counts[at + u0!]! + counts[at + u1!]!;
		const c = (sum * scale + 0.5) | 0;
		sum += counts[at + p0!]!;
		const d = (sum * scale + 0.5) | 0;
		sum += counts[at + d0!]! + counts[at + d1!]! + counts[at + d2!]!;
		const e = (sum * scale + 0.5) | 0;
		sum += counts[at + f0!]!;
		const f = (sum * scale + 0.5) | 0;
		sum += counts[at + h0!]!;
		const g = (sum * scale + 0.5) | 0;
		out[to] = a | (b << 16);
		out[to + 1] = c | (d << 16);
		out[to + 2] = e | (f << 16);
		out[to + 3] = g;
	}
	return out;
}

/** Index of MARKERS that a point of this rank carries: what the shader does, for those who draw without one. */
export function markerAt(shares: Uint32Array, row: number, rank: number): number {
	for (let marker = 0; marker < MARKERS.length - 1; marker++) {
		const word = shares[row * WORDS_PER_ROW + (marker >> 1)]!;
		if (rank < ((marker & 1) === 0 ? word & 0xffff : word >>> 16)) return marker;
	}
	return MARKERS.length - 1;
}
