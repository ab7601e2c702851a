import { threefry2x32 } from './threefry.ts';

/**
 * A 64-bit seed as two 32-bit words (read as integers mod 2³²). A draw is addressed by (seed, stream,
 * minute, cell) and never taken from a shared sequence, so a changed decision changes only the draws it
 * touches.
 */
export type Seed = { hi: number; lo: number };

/** Separates the blocks that absorb text from the one that ends it; no text position reaches it. */
const END_OF_TEXT = 0xffffffff;

/**
 * The seed a text stands for. Any string works, a number counts as its decimal text (42 and '42' are one
 * seed), and one changed character changes about half of the 64 bits. Not a secret-keeping hash.
 */
export function seedFromText(text: string | number): Seed {
	const units = String(text);
	const state = new Int32Array(2);
	for (let at = 0; at < units.length; at += 2) {
		const pair = units.charCodeAt(at) | ((at + 1 < units.length ? units.charCodeAt(at + 1) : 0) << 16);
		threefry2x32(state[0], state[1], pair, at, state, 0);
		// The input is fed forward (Davies and Meyer), so that a step cannot be run backwards.
		state[0] ^= pair;
	}
	threefry2x32(state[0], state[1], units.length, END_OF_TEXT, state, 0);
	return { hi: state[0] >>> 0, lo: state[1] >>> 0 };
}

/**
 * Writes the key of one (seed, stream, minute) to out[at] and out[at + 1], for {@link uniform}. To be
 * done once per tick and transition, outside the loop over cells. Under one seed no two (stream, minute)
 * share a key.
 *
 * @param stream which kind of draw: an integer, fixed per transition
 * @param minute absolute scenario minute, never a tick index, so that another time grid keeps the draws
 */
export function streamKeys(seed: Seed, stream: number, minute: number, out: Int32Array, at = 0): void {
	threefry2x32(seed.hi | 0, seed.lo | 0, minute, stream, out, at);
}

/**
 * 32 bits for a cell under a key from {@link streamKeys}: a keyed mix with three odd multipliers. For a
 * fixed key it is a bijection of the cell. Multipliers and shifts: "triple32", found by Chris Wellons'
 * hash-prospector search for low avalanche bias (public domain).
 *
 * @returns a signed 32-bit integer
 */
export function bits(k0: number, k1: number, cell: number): number {
	let x = cell ^ k0;
	x = Math.imul(x ^ (x >>> 17), 0xed5ad4bb);
	x = Math.imul(((x ^ (x >>> 11)) + k1) | 0, 0xac4c1b51);
	x = Math.imul(x ^ (x >>> 15), 0x31848bab);
	return x ^ (x >>> 14);
}

/**
 * The uniform draw of a cell under a key from {@link streamKeys}: an odd multiple of 2⁻³³, so between 0
 * and 1 and never either of them.
 */
export function uniform(k0: number, k1: number, cell: number): number {
	return bits(k0, k1, cell) * 2.3283064365386963e-10 + 0.5000000001164153;
}
