/**
 * A sequence of random numbers for the oracle: sfc32 (Doty-Humphrey's Small Fast Counting generator, public domain).
 * It shares nothing with the keyed draws of the counts engine, so that the two cannot be wrong in the same way.
 */
export class Generator {
	#a: number;
	#b: number;
	#c: number;
	#count = 1;

	constructor(seed: number) {
		this.#a = seed | 0;
		this.#b = 0x5bd1e995;
		this.#c = 0x2545f491;
		for (let i = 0; i < 15; i++) this.#bits();
	}

	#bits(): number {
		const sum = (this.#a + this.#b + this.#count) | 0;
		this.#count = (this.#count + 1) | 0;
		this.#a = this.#b ^ (this.#b >>> 9);
		this.#b = (this.#c + (this.#c << 3)) | 0;
		this.#c = ((this.#c << 21) | (this.#c >>> 11)) + sum;
		return sum >>> 0;
	}

	/** Between 0 and 1, never either. */
	uniform(): number {
		return (this.#bits() + 0.5) / 4294967296;
	}

	happens(chance: number): boolean {
		return this.uniform() < chance;
	}

	/** A whole number from 0 to n − 1. */
	below(n: number): number {
		return Math.floor(this.uniform() * n);
	}

	/** Standard normal: twelve uniforms less six, which has no tails beyond 6 and is close enough for noise. */
	normal(): number {
		let sum = -6;
		for (let i = 0; i < 12; i++) sum += this.uniform();
		return sum;
	}
}
