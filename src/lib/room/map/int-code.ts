/** Whole numbers as text: small ones and long runs of zeros take little. For what is sent several times a second. */

/** Characters are made of so many bytes at once: more arguments than a call may have are too many. */
const CHUNK = 8192;

/** Numbers from −2³¹ to 2³¹ − 1, as base 64 of variable-length integers; a zero is followed by the length of its run. */
export function encodeInts(numbers: ArrayLike<number>): string {
	const bytes: number[] = [];
	for (let i = 0; i < numbers.length; i++) {
		const number = numbers[i]!;
		// Zigzag: small numbers below zero are small too.
		if (number !== 0) {
			writeVarint(bytes, ((number << 1) ^ (number >> 31)) >>> 0);
			continue;
		}
		let end = i + 1;
		while (end < numbers.length && numbers[end] === 0) end++;
		writeVarint(bytes, 0);
		writeVarint(bytes, end - i);
		i = end - 1;
	}
	let text = '';
	for (let from = 0; from < bytes.length; from += CHUNK)
		text += String.fromCharCode(...bytes.slice(from, from + CHUNK));
	return btoa(text);
}

/**
 * The same numbers again.
 * @throws RangeError where the text holds another number of them
 */
export function decodeInts(text: string, length: number): Int32Array {
	const bytes = atob(text);
	const numbers = new Int32Array(length);
	let at = 0;
	const read = (): number => {
		let value = 0;
		for (let shift = 0; ; shift += 7) {
			if (at >= bytes.length || shift > 28) throw new RangeError('the text is cut off');
			const byte = bytes.charCodeAt(at++);
			value |= (byte & 0x7f) << shift;
			if (byte < 0x80) return value >>> 0;
		}
	};
	let i = 0;
	while (at < bytes.length) {
		const value = read();
		if (value === 0) i += read();
		else if (i < length) numbers[i++] = (value >>> 1) ^ -(value & 1);
		else throw new RangeError('the text holds too many numbers');
	}
	if (i !== length) throw new RangeError(`the text holds ${i} numbers instead of ${length}`);
	return numbers;
}

function writeVarint(bytes: number[], value: number): void {
	while (value >= 0x80) {
		bytes.push((value & 0x7f) | 0x80);
		value >>>= 7;
	}
	bytes.push(value);
}
