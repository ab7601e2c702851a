import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bits, seedFromText, streamKeys, uniform, type Seed } from './hash.ts';
import { threefry2x32 } from './threefry.ts';

const seed = seedFromText('independence');
const keys = new Int32Array(2);

function drawAt(at: Seed, stream: number, minute: number, cell: number): number {
	streamKeys(at, stream, minute, keys);
	return bits(keys[0], keys[1], cell);
}

/** The orders in which an engine, a clock or a transition table meets the draws. */
const orders: Record<string, (i: number) => number> = {
	'cell by cell': (i) => drawAt(seed, 3, Math.floor(i / 16_000), i % 16_000),
	'minute by minute': (i) => drawAt(seed, 3, i % 14_400, Math.floor(i / 14_400)),
	'stream by stream': (i) => drawAt(seed, i % 64, Math.floor(i / 64) % 1440, Math.floor(i / 92_160)),
	'far cells': (i) => drawAt(seed, 5, 249, Math.imul(i, 65_536) + (i >>> 16)),
	'seed by seed': (i) => drawAt({ hi: 0, lo: i }, 3, 249, 7)
};
const COUNT = 200_000;

describe.each(Object.entries(orders))('draws taken %s', (_name, draw) => {
	const words = Int32Array.from({ length: COUNT }, (_, i) => draw(i));

	it('fill each of the four bytes evenly (chi-square, 255 degrees of freedom)', () => {
		for (let shift = 0; shift < 32; shift += 8) {
			const tally = new Float64Array(256);
			for (const word of words) tally[(word >>> shift) & 255] += 1;
			const expected = COUNT / 256;
			const chiSquare = tally.reduce((sum, n) => sum + (n - expected) ** 2 / expected, 0);
			// 1e-5 in each tail.
			expect(chiSquare).toBeGreaterThan(169.8);
			expect(chiSquare).toBeLessThan(363);
		}
	});

	it('fill pairs of neighbours evenly (chi-square on 4 + 4 bits)', () => {
		for (const shift of [0, 13, 28]) {
			const tally = new Float64Array(256);
			for (let i = 0; i + 1 < COUNT; i += 2) {
				tally[((words[i] >>> shift) & 15) * 16 + ((words[i + 1] >>> shift) & 15)] += 1;
			}
			const expected = COUNT / 512;
			const chiSquare = tally.reduce((sum, n) => sum + (n - expected) ** 2 / expected, 0);
			expect(chiSquare).toBeGreaterThan(169.8);
			expect(chiSquare).toBeLessThan(363);
		}
	});

	it('do not follow their predecessors (serial correlation at lags 1 to 16)', () => {
		for (let lag = 1; lag <= 16; lag += 1) {
			let sum = 0;
			for (let i = lag; i < COUNT; i += 1) sum += (words[i] / 2 ** 31) * (words[i - lag] / 2 ** 31);
			const z = (sum / (COUNT - lag)) * 3 * Math.sqrt(COUNT - lag);
			expect(Math.abs(z)).toBeLessThan(4.5);
		}
	});

	it('change sides as often as chance does (runs above and below the middle)', () => {
		let runs = 1;
		let above = words[0] >= 0 ? 1 : 0;
		for (let i = 1; i < COUNT; i += 1) {
			if (words[i] >= 0 !== words[i - 1] >= 0) runs += 1;
			if (words[i] >= 0) above += 1;
		}
		expect(Math.abs(above - COUNT / 2) / Math.sqrt(COUNT / 4)).toBeLessThan(4.5);
		expect(Math.abs(runs - 1 - (COUNT - 1) / 2) / Math.sqrt((COUNT - 1) / 4)).toBeLessThan(4.5);
	});
});

describe('one changed bit of the address', () => {
	const flips: Record<string, [width: number, draw: (i: number, mask: number) => number]> = {
		cell: [32, (i, mask) => drawAt(seed, i & 63, i, i ^ mask)],
		minute: [20, (i, mask) => drawAt(seed, i & 63, i ^ mask, i)],
		stream: [6, (i, mask) => drawAt(seed, (i & 63) ^ mask, i, i)],
		'seed, high word': [32, (i, mask) => drawAt({ hi: i ^ mask, lo: 9 }, 1, 249, i)],
		'seed, low word': [32, (i, mask) => drawAt({ hi: 9, lo: i ^ mask }, 1, 249, i)]
	};

	it.each(Object.entries(flips))(
		'of the %s changes each bit of the draw half of the time',
		(_name, [width, draw]) => {
			const tries = 4000;
			for (let input = 0; input < width; input += 1) {
				const changed = new Int32Array(32);
				for (let i = 0; i < tries; i += 1) {
					const difference = draw(i, 0) ^ draw(i, 1 << input);
					for (let bit = 0; bit < 32; bit += 1) changed[bit] += (difference >>> bit) & 1;
				}
				for (const n of changed) expect(Math.abs(n - tries / 2) / Math.sqrt(tries / 4)).toBeLessThan(5.5);
			}
		}
	);
});

describe('streamKeys', () => {
	it('gives every (stream, minute) of a long exercise its own key', () => {
		const seen = new Set<bigint>();
		let asked = 0;
		for (let stream = 0; stream < 64; stream += 1) {
			for (let minute = 0; minute < 2 ** 20; minute += 397) {
				streamKeys(seed, stream, minute, keys);
				seen.add((BigInt(keys[0] >>> 0) << 32n) | BigInt(keys[1] >>> 0));
				asked += 1;
			}
		}
		expect(seen.size).toBe(asked);
	});

	it('writes where it is told and nowhere else', () => {
		const many = new Int32Array(6).fill(7);
		streamKeys(seed, 2, 249, many, 2);
		streamKeys(seed, 2, 249, keys);
		expect([...many]).toEqual([7, 7, keys[0], keys[1], 7, 7]);
	});

	it('reads both words of the seed as integers mod 2³²', () => {
		const signed = drawAt({ hi: -1, lo: -2 }, 1, 2, 3);
		expect(drawAt({ hi: 0xffffffff, lo: 0xfffffffe }, 1, 2, 3)).toBe(signed);
	});

	it('is Threefry-2x32-20, by the three known answers published with it (Random123)', () => {
		const answers = [
			[0, 0, 0, 0, 0x6b200159, 0x99ba4efe],
			[-1, -1, -1, -1, 0x1cb996fc, 0xbb002be7],
			[0x13198a2e, 0x03707344, 0x243f6a88, 0x85a308d3, 0xc4923a9c, 0x483df7a0]
		];
		for (const [key0, key1, counter0, counter1, first, second] of answers) {
			threefry2x32(key0, key1, counter0, counter1, keys, 0);
			expect([keys[0] >>> 0, keys[1] >>> 0]).toEqual([first, second]);
		}
	});
});

describe('uniform', () => {
	it('is never 0 or 1, whatever the key and the cell', () => {
		fc.assert(
			fc.property(fc.maxSafeInteger(), fc.maxSafeInteger(), fc.maxSafeInteger(), (k0, k1, cell) => {
				const u = uniform(k0 | 0, k1 | 0, cell | 0);
				expect(u).toBeGreaterThanOrEqual(2 ** -33);
				expect(u).toBeLessThanOrEqual(1 - 2 ** -33);
				expect((u * 2 ** 33) % 2).toBe(1);
			})
		);
	});

	it('needs both words of its key: no minute repeats the draws of another on renumbered cells', () => {
		streamKeys(seed, 1, 249, keys);
		const [k0, k1] = keys;
		streamKeys(seed, 1, 250, keys);
		const renumber = k0 ^ keys[0];
		let repeated = 0;
		for (let cell = 0; cell < 10_000; cell += 1) {
			if (uniform(k0, k1, cell) === uniform(keys[0], keys[1], cell ^ renumber)) repeated += 1;
		}
		expect(repeated).toBeLessThan(3);
	});

	it('takes 32 bits to the ends of the interval', () => {
		const step = 2 ** -32;
		expect(-(2 ** 31) * step + 0.5000000001164153).toBe(2 ** -33);
		expect((2 ** 31 - 1) * step + 0.5000000001164153).toBe(1 - 2 ** -33);
	});

	it('gives no two cells of a fleet the same draw in one minute', () => {
		streamKeys(seed, 1, 249, keys);
		const seen = new Set<number>();
		for (let cell = 0; cell < 100_000; cell += 1) seen.add(uniform(keys[0], keys[1], cell));
		expect(seen.size).toBe(100_000);
	});
});

describe('seedFromText', () => {
	it('reads a number as its decimal text', () => {
		expect(seedFromText(42)).toEqual(seedFromText('42'));
		expect(seedFromText(42)).not.toEqual(seedFromText('042'));
	});

	it('tells apart texts that differ in one character, in length or in order', () => {
		const texts = [
			'',
			'\0',
			'\0\0',
			'a',
			'a\0',
			'b',
			'ab',
			'ba',
			'abc',
			'abcd',
			'july-2024',
			'july-2025',
			'é',
			'😀'
		];
		const seeds = new Set(texts.map((text) => JSON.stringify(seedFromText(text))));
		expect(seeds.size).toBe(texts.length);
	});

	it('spreads numbered seeds over both words', () => {
		const high = new Set<number>();
		const low = new Set<number>();
		for (let i = 0; i < 20_000; i += 1) {
			const { hi, lo } = seedFromText(i);
			high.add(hi);
			low.add(lo);
		}
		// 20,000 draws from 2³² collide 0.05 times on average.
		expect(high.size).toBeGreaterThanOrEqual(19_998);
		expect(low.size).toBeGreaterThanOrEqual(19_998);
	});
});
