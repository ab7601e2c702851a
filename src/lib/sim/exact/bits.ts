/**
 * One 64-bit cell seen both as a double and as two 32-bit words, for reading and building floats bit by
 * bit. Shared by this folder: a caller that writes it reads it back at once, nothing is kept between calls.
 */
export const asDouble = new Float64Array(1);
export const asWords = new Uint32Array(asDouble.buffer);

/** Index of the word of {@link asWords} that holds sign, exponent and upper mantissa. */
export const HIGH = 1;
export const LOW = 0;

asDouble[0] = 1;
if (asWords[HIGH] !== 0x3ff00000 || asWords[LOW] !== 0) {
	throw new Error(
		'This processor stores the low word of a double last (big-endian). The exact functions in sim/exact read ' +
			'doubles as low word, high word; run on a little-endian machine.'
	);
}
