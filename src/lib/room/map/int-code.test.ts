import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeInts, encodeInts } from './int-code.ts';

const number = fc.oneof(fc.constant(0), fc.integer({ min: -100, max: 100 }), fc.integer());

describe('whole numbers as text', () => {
	test('come out as they went in, however many and however large', () => {
		fc.assert(
			fc.property(fc.array(number, { maxLength: 400 }), (numbers) => {
				expect([...decodeInts(encodeInts(numbers), numbers.length)]).toEqual(numbers.map((one) => one | 0));
			})
		);
	});

	test('that are mostly zeros take little', () => {
		const numbers = new Int32Array(50_000);
		numbers[7] = 12;
		numbers[40_000] = -3;
		expect(encodeInts(numbers).length).toBeLessThan(40);
	});

	test('take a few bits each where they are about as small as those before', () => {
		const numbers = Int32Array.from({ length: 10_000 }, (_, i) => (i * 7919) % 5);
		expect((encodeInts(numbers).length * 6) / numbers.length).toBeLessThan(5);
	});

	test('of which some are missing are refused', () => {
		const text = encodeInts([1, 2, 3]);
		expect(() => decodeInts(text, 4)).toThrow('3 numbers instead of 4');
		expect(() => decodeInts(text, 2)).toThrow('3 numbers instead of 2');
		expect(() => decodeInts(encodeInts([1, 2, 3000]).slice(0, 8), 3)).toThrow('cut off');
		expect(() => decodeInts('', 1)).toThrow('cut off');
	});
});
