/** Key-schedule parity constant of Threefry-2x32. */
const PARITY = 0x1bd11bda;

/**
 * One block of Threefry-2x32 with 20 rounds: a keyed bijection on 64 bits built from additions, rotations
 * and xors. Two different counters under one key never give the same block. Writes two 32-bit words to
 * out[at], out[at + 1].
 *
 * Source: Salmon, Moraes, Dror, Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC11 (passes
 * BigCrush with 13 rounds; 20 are the authors' recommendation).
 */
export function threefry2x32(
	key0: number,
	key1: number,
	counter0: number,
	counter1: number,
	out: Int32Array,
	at: number
): void {
	const key2 = key0 ^ key1 ^ PARITY;
	let a = (counter0 + key0) | 0;
	let b = (counter1 + key1) | 0;

	a = (a + b) | 0;
	b = ((b << 13) | (b >>> 19)) ^ a;
	a = (a + b) | 0;
	b = ((b << 15) | (b >>> 17)) ^ a;
	a = (a + b) | 0;
	b = ((b << 26) | (b >>> 6)) ^ a;
	a = (a + b) | 0;
	b = ((b << 6) | (b >>> 26)) ^ a;
	a = (a + key1) | 0;
	b = (b + key2 + 1) | 0;

	a = (a + b) | 0;
	b = ((b << 17) | (b >>> 15)) ^ a;
	a = (a + b) | 0;
	b = ((b << 29) | (b >>> 3)) ^ a;
	a = (a + b) | 0;
	b = ((b << 16) | (b >>> 16)) ^ a;
	a = (a + b) | 0;
	b = ((b << 24) | (b >>> 8)) ^ a;
	a = (a + key2) | 0;
	b = (b + key0 + 2) | 0;

	a = (a + b) | 0;
	b = ((b << 13) | (b >>> 19)) ^ a;
	a = (a + b) | 0;
	b = ((b << 15) | (b >>> 17)) ^ a;
	a = (a + b) | 0;
	b = ((b << 26) | (b >>> 6)) ^ a;
	a = (a + b) | 0;
	b = ((b << 6) | (b >>> 26)) ^ a;
	a = (a + key0) | 0;
	b = (b + key1 + 3) | 0;

	a = (a + b) | 0;
	b = ((b << 17) | (b >>> 15)) ^ a;
	a = (a + b) | 0;
	b = ((b << 29) | (b >>> 3)) ^ a;
	a = (a + b) | 0;
	b = ((b << 16) | (b >>> 16)) ^ a;
	a = (a + b) | 0;
	b = ((b << 24) | (b >>> 8)) ^ a;
	a = (a + key1) | 0;
	b = (b + key2 + 4) | 0;

	a = (a + b) | 0;
	b = ((b << 13) | (b >>> 19)) ^ a;
	a = (a + b) | 0;
	b = ((b << 15) | (b >>> 17)) ^ a;
	a = (a + b) | 0;
	b = ((b << 26) | (b >>> 6)) ^ a;
	a = (a + b) | 0;
	b = ((b << 6) | (b >>> 26)) ^ a;
	out[at] = (a + key2) | 0;
	out[at + 1] = (b + key0 + 5) | 0;
}
