import { HOST_STATES } from '../../table/states.ts';
import type { MapCells } from './map-cells.ts';
import { MARKER_OF_STATE, MARKERS } from './map-markers.ts';

/** Words of 32 bits for a map cell: eight shares of 16 bits, of which the last is not used. One texel of a texture. */
export const WORDS_PER_CELL = 4;
/** Map cells in a line of the texture; the last line is filled up. */
export const CELLS_PER_LINE = 256;

/** Ranks run from 0 to WHOLE − 1; a share of WHOLE is all of them. */
export const WHOLE = 0xffff;

/** The counts of a snapshot as a map draws them and adds them up. */
export interface MapTallies {
	/** byMetro[metro × number of markers + marker]: hosts */
	readonly byMetro: Int32Array;
	/**
	 * By map cell: the share of its hosts that are at least as far as each marker, in 16 bits, two in a word. A point of
	 * rank r carries the first marker whose share is above r; asleep needs no share, it takes who is left.
	 */
	readonly shares: Uint32Array;
}

/** Lines of a texture that holds the shares of so many map cells. */
export function shareLines(mapCells: number): number {
	return Math.max(1, Math.ceil(mapCells / CELLS_PER_LINE));
}

const STATES = HOST_STATES.length;
const KINDS = MARKERS.length;
const [[R0], [C0], [U0, U1], [P0], [D0, D1, D2], [F0], [H0], [A0]] = MARKERS.map((_, marker) =>
	MARKER_OF_STATE.flatMap((of, state) => (of === marker ? [state] : []))
) as [[number], [number], [number, number], [number], [number, number, number], [number], [number], [number]];

/** @param counts hosts by state, `counts[map cell × number of host states + state]` */
export function tallyMap(
	counts: Int32Array,
	{ count, metro, hosts }: Pick<MapCells, 'count' | 'metro' | 'hosts'>,
	metros: number
): MapTallies {
	const byMetro = new Int32Array(metros * KINDS);
	const shares = new Uint32Array(shareLines(count) * CELLS_PER_LINE * WORDS_PER_CELL);
	// Written out: this loop runs over every map cell for every snapshot.
	for (let cell = 0, at = 0, to = 0; cell < count; cell++, at += STATES, to += WORDS_PER_CELL) {
		const scale = hosts[cell]! > 0 ? WHOLE / hosts[cell]! : 0;
		const into = metro[cell]! * KINDS;
		const recovered = counts[at + R0]!;
		const compromised = counts[at + C0]!;
		const unprotected = counts[at + U0]! + counts[at + U1]!;
		const repairing = counts[at + P0]!;
		const crashed = counts[at + D0]! + counts[at + D1]! + counts[at + D2]!;
		const fetching = counts[at + F0]!;
		const healthy = counts[at + H0]!;
		byMetro[into]! += recovered;
		byMetro[into + 1]! += compromised;
		byMetro[into + 2]! += unprotected;
		byMetro[into + 3]! += repairing;
		byMetro[into + 4]! += crashed;
		byMetro[into + 5]! += fetching;
		byMetro[into + 6]! += healthy;
		byMetro[into + 7]! += counts[at + A0]!;
		let sum = recovered;
		const a = (sum * scale + 0.5) | 0;
		const b = ((sum += compromised) * scale + 0.5) | 0;
		const c = ((sum += unprotected) * scale + 0.5) | 0;
		const d = ((sum += repairing) * scale + 0.5) | 0;
		const e = ((sum += crashed) * scale + 0.5) | 0;
		const f = ((sum += fetching) * scale + 0.5) | 0;
		const g = ((sum + healthy) * scale + 0.5) | 0;
		shares[to] = a | (b << 16);
		shares[to + 1] = c | (d << 16);
		shares[to + 2] = e | (f << 16);
		shares[to + 3] = g;
	}
	return { byMetro, shares };
}

/** Index of MARKERS that a point of this rank carries: what the shader does, for those who draw without one. */
export function markerAt(shares: Uint32Array, cell: number, rank: number): number {
	for (let marker = 0; marker < MARKERS.length - 1; marker++) {
		const word = shares[cell * WORDS_PER_CELL + (marker >> 1)]!;
		if (rank < ((marker & 1) === 0 ? word & 0xffff : word >>> 16)) return marker;
	}
	return MARKERS.length - 1;
}
