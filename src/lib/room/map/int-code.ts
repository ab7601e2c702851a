import { BitReader, BitWriter } from './bits.ts';

/**
 * Whole numbers as text: small ones and long runs of noughts take little. For what is sent several times a second.
 *
 * The code is that of Malvar (adaptive run-length and Golomb–Rice coding, Data Compression Conference 2006): how many bits
 * a number takes, and how long a run of noughts is expected to be, follow from the numbers before it.
 */

/** Adaptation goes in so many steps to a bit. */
const STEPS = 8;
const RUN_MOST = 80;
const SIZE_MOST = 192;
const RUN_UP = 4;
const RUN_DOWN = 6;
const FEW_UP = 3;
const FEW_DOWN = 3;
/** A number that would take more than so many bits in unary code is written out. */
const UNARY_MOST = 20;
const ONES = (1 << UNARY_MOST) - 1;
/** Characters are made of so many bytes at once: more arguments than a call may have are too many. */
const CHUNK = 8192;

/** What is expected of the numbers to come, by those that have been. */
class Expectation {
	/** Of runs of noughts, in steps; below one bit noughts are not counted. */
	run = 0;
	/** Of other numbers. */
	size = STEPS;

	get runBits(): number {
		return Math.floor(this.run / STEPS);
	}

	get sizeBits(): number {
		return Math.floor(this.size / STEPS);
	}

	/** @param above how often the expected size went into a number */
	sized(above: number): void {
		if (above === 0) this.size = Math.max(0, this.size - 2);
		else if (above > 1) this.size = Math.min(SIZE_MOST, this.size + above + 1);
	}

	moveRun(steps: number): void {
		this.run = Math.min(RUN_MOST, Math.max(0, this.run + steps));
	}
}

/** Numbers from −2³¹ to 2³¹ − 1, as base 64. */
export function encodeInts(numbers: ArrayLike<number>): string {
	const bits = new BitWriter();
	const expected = new Expectation();
	bits.write(numbers.length, 32);
	for (let i = 0; i < numbers.length;) {
		if (expected.runBits === 0) {
			const number = numbers[i++]! | 0;
			writeSized(bits, expected, folded(number));
			expected.moveRun(number === 0 ? FEW_UP : -FEW_DOWN);
			continue;
		}
		let noughts = 0;
		while (i < numbers.length && (numbers[i]! | 0) === 0) {
			i++;
			noughts++;
		}
		while (noughts >= 1 << expected.runBits) {
			bits.write(0, 1);
			noughts -= 1 << expected.runBits;
			expected.moveRun(RUN_UP);
		}
		if (i >= numbers.length) {
			// The reader knows how many numbers there are: a run that goes past the last one ends there.
			if (noughts > 0) bits.write(0, 1);
			break;
		}
		bits.write(1, 1);
		bits.write(noughts, expected.runBits);
		const number = numbers[i++]! | 0;
		writeSized(bits, expected, folded(number) - 1);
		expected.moveRun(-RUN_DOWN);
	}
	return textOf(bits.finish());
}

/**
 * The same numbers again.
 * @throws RangeError where the text holds another number of them, or is cut off
 */
export function decodeInts(text: string, length: number): Int32Array {
	const bits = new BitReader(atob(text));
	const expected = new Expectation();
	const held = bits.read(32);
	if (held !== length) throw new RangeError(`the text holds ${held} numbers instead of ${length}`);
	const numbers = new Int32Array(length);
	for (let i = 0; i < length;) {
		if (expected.runBits === 0) {
			const number = unfolded(readSized(bits, expected));
			numbers[i++] = number;
			expected.moveRun(number === 0 ? FEW_UP : -FEW_DOWN);
		} else if (bits.read(1) === 0) {
			i += 1 << expected.runBits;
			expected.moveRun(RUN_UP);
		} else {
			i += bits.read(expected.runBits);
			if (i >= length) throw new RangeError('the text is damaged');
			numbers[i++] = unfolded(readSized(bits, expected) + 1);
			expected.moveRun(-RUN_DOWN);
		}
	}
	return numbers;
}

/** Small numbers below nought are small too. */
function folded(number: number): number {
	return ((number << 1) ^ (number >> 31)) >>> 0;
}

function unfolded(number: number): number {
	return (number >>> 1) ^ -(number & 1);
}

function writeSized(bits: BitWriter, expected: Expectation, number: number): void {
	const low = expected.sizeBits;
	// Not shifted: the largest numbers take all 32 bits.
	const above = Math.floor(number / (1 << low));
	if (above >= UNARY_MOST) {
		bits.write(ONES, UNARY_MOST);
		bits.write(number, 32);
		expected.sized(UNARY_MOST);
		return;
	}
	bits.write((ONES << 1) & ((1 << (above + 1)) - 1), above + 1);
	bits.write(number, low);
	expected.sized(above);
}

function readSized(bits: BitReader, expected: Expectation): number {
	const low = expected.sizeBits;
	let above = 0;
	while (above < UNARY_MOST && bits.read(1) === 1) above++;
	const number = above === UNARY_MOST ? bits.read(32) : above * (1 << low) + bits.read(low);
	expected.sized(above);
	return number;
}

function textOf(bytes: readonly number[]): string {
	let text = '';
	for (let from = 0; from < bytes.length; from += CHUNK)
		text += String.fromCharCode(...bytes.slice(from, from + CHUNK));
	return btoa(text);
}
