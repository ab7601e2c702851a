import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { binomialQuantile, logOfLikelier } from './binomial.ts';
import { seedFromText, streamKeys, uniform } from './hash.ts';
import { normalQuantile } from './normal.ts';

const VALUES = 2 ** 32;
const uniformNumber = (i: number) => (2 * i + 1) / 2 ** 33;
const quantile = (u: number, n: number, p: number) => binomialQuantile(u, n, p, logOfLikelier(p));

function logFactorial(n: number): number {
	let low = 0;
	let x = n + 1;
	for (; x < 30; x += 1) low -= Math.log(x);
	const inverse = 1 / (x * x);
	const series = (1 / 12 - inverse * (1 / 360 - inverse * (1 / 1260 - inverse / 1680))) / x;
	return low + (x - 0.5) * Math.log(x) - x + 0.9189385332046727 + series;
}

/** The textbook probability of k of n, from logarithms of factorials. */
function exactBinomialMass(n: number, p: number, k: number): number {
	const ways = logFactorial(n) - logFactorial(k) - logFactorial(n - k);
	return Math.exp(ways + k * Math.log(p) + (n - k) * Math.log1p(-p));
}

/**
 * What the sampler does over all 2³² uniforms, found by bisection (it is monotone), against the true law.
 */
function compareWithLaw(n: number, p: number) {
	const mean = n * p;
	const variance = mean * (1 - p);
	const reach = 9 * Math.sqrt(variance) + 20;
	const logLikelier = logOfLikelier(p);
	let distance = 0;
	let bias = 0;
	let spread = 0;
	let uniformsLeft = VALUES;
	for (let k = Math.max(0, Math.floor(mean - reach)); k <= Math.min(n, mean + reach); k += 1) {
		let above = 0;
		let end = uniformsLeft;
		while (above < end) {
			const middle = Math.floor((above + end) / 2);
			if (binomialQuantile(uniformNumber(middle), n, p, logLikelier) > k) above = middle + 1;
			else end = middle;
		}
		const mass = (uniformsLeft - above) / VALUES;
		uniformsLeft = above;
		distance += Math.abs(mass - exactBinomialMass(n, p, k)) / 2;
		bias += mass * (k - mean);
		spread += mass * (k - mean) ** 2;
	}
	return { distance, biasInDeviations: bias / Math.sqrt(variance), spreadRatio: spread / variance };
}

const sizes = [1, 2, 5, 13, 24, 25, 40, 65, 100, 400, 4000, 100_000];
const chances = [1e-6, 0.0003, 0.002, 0.01, 0.05, 0.16, 0.3, 0.5, 0.7, 0.88, 0.97, 0.9995];
const grid = sizes.flatMap((n) => chances.map((p) => [n, p] as const));
const varianceOf = ([n, p]: readonly [number, number]) => n * p * (1 - p);

describe('the law of a draw', () => {
	it.each(grid.filter((c) => varianceOf(c) <= 6))(
		'is exact for %i hosts at %d (variance up to 6)',
		(n, p) => {
			const { distance, biasInDeviations, spreadRatio } = compareWithLaw(n, p);
			expect(distance).toBeLessThan(1e-7);
			expect(Math.abs(biasInDeviations)).toBeLessThan(1e-6);
			// 32 bits round the rarest events; with one host in a million the spread shows it.
			expect(Math.abs(spreadRatio - 1)).toBeLessThan(1e-3);
		}
	);

	it.each(grid.filter((c) => varianceOf(c) > 6))('is within 0.03 %% for %i hosts at %d', (n, p) => {
		const { distance, biasInDeviations, spreadRatio } = compareWithLaw(n, p);
		expect(distance).toBeLessThan(3e-4);
		expect(Math.abs(biasInDeviations)).toBeLessThan(4e-5);
		expect(Math.abs(spreadRatio - 1)).toBeLessThan(3e-4);
	});

	it.each([
		[2e9, 1e-9],
		[2e9, 2.9e-9],
		[2e9, 3.1e-9],
		[2e9, 1e-8],
		[1e9, 1e-6]
	])('holds for %i hosts and rare events (%d)', (n, p) => {
		// The reference itself loses digits here: the factorial of 2e9 has a logarithm of 4e10.
		expect(compareWithLaw(n, p).distance).toBeLessThan(3e-4);
	});

	it('is worst just above variance 6, and stays within 0.03 % there', () => {
		const worst = [0.0001, 0.01, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.8, 0.95, 0.999].map(
			(p) => compareWithLaw(Math.floor(6 / (p * (1 - p))) + 1, p).distance
		);
		expect(Math.max(...worst)).toBeLessThan(3e-4);
	});

	it('follows the normal law for 2e9 hosts at one half', () => {
		for (const u of [2 ** -33, 1e-6, 0.02, 0.3, 0.5, 0.9, 0.9999]) {
			const expected = 1e9 - Math.sqrt(5e8) * normalQuantile(u);
			expect(Math.abs(quantile(u, 2e9, 0.5) - expected)).toBeLessThan(0.6);
		}
	});

	it.each([
		[3, 0.4],
		[20, 0.01],
		[100, 0.05],
		[400, 0.05],
		[60, 0.9]
	])('shows in draws by keyed uniforms: %i hosts at %d (chi-square)', (n, p) => {
		const seed = seedFromText('binomial');
		const keys = new Int32Array(2);
		const logLikelier = logOfLikelier(p);
		const tally = new Map<number, number>();
		const draws = 200_000;
		for (let i = 0; i < draws; i += 1) {
			if (i % 1000 === 0) streamKeys(seed, 9, i / 1000, keys);
			const k = binomialQuantile(uniform(keys[0], keys[1], i % 1000), n, p, logLikelier);
			tally.set(k, (tally.get(k) ?? 0) + 1);
		}
		let chiSquare = 0;
		let classes = 0;
		let rareSeen = draws;
		let rareExpected = draws;
		for (let k = 0; k <= n; k += 1) {
			const expected = draws * exactBinomialMass(n, p, k);
			if (expected < 20) continue;
			chiSquare += ((tally.get(k) ?? 0) - expected) ** 2 / expected;
			rareSeen -= tally.get(k) ?? 0;
			rareExpected -= expected;
			classes += 1;
		}
		if (rareExpected > 5) chiSquare += (rareSeen - rareExpected) ** 2 / rareExpected;
		// Four and a half deviations of a chi-square with as many degrees of freedom.
		expect(chiSquare).toBeLessThan(classes + 4.5 * Math.sqrt(2 * classes) + 4);
	});
});

const anyUniform = fc.oneof(
	fc.integer({ min: 0, max: VALUES - 1 }).map(uniformNumber),
	fc.integer({ min: 0, max: 1000 }).map(uniformNumber),
	fc.integer({ min: VALUES - 1000, max: VALUES - 1 }).map(uniformNumber)
);
const anyChance = fc.oneof(
	fc.double({ min: 0, max: 1, noNaN: true }),
	fc.double({ min: 1, max: 23, noNaN: true }).map((x) => Math.exp(-x)),
	fc.double({ min: 1, max: 23, noNaN: true }).map((x) => 1 - Math.exp(-x))
);
const anySize = fc.oneof(
	fc.integer({ min: 0, max: 200 }),
	fc.double({ min: 0, max: 21.4, noNaN: true }).map((x) => Math.floor(Math.exp(x)))
);

describe('common random numbers', () => {
	it('a draw is a whole number between 0 and n', () => {
		fc.assert(
			fc.property(anyUniform, anySize, anyChance, (u, n, p) => {
				const k = quantile(u, n, p);
				expect(Number.isInteger(k)).toBe(true);
				expect(k).toBeGreaterThanOrEqual(0);
				expect(k).toBeLessThanOrEqual(n);
			}),
			{ numRuns: 20_000 }
		);
	});

	it('a draw never rises with u', () => {
		fc.assert(
			fc.property(anyUniform, anyUniform, anySize, anyChance, (a, b, n, p) => {
				expect(quantile(Math.max(a, b), n, p)).toBeLessThanOrEqual(quantile(Math.min(a, b), n, p));
			}),
			{ numRuns: 20_000 }
		);
	});

	it('a draw never rises between neighbouring values of u, on either side of a change of method', () => {
		for (const [n, p] of [
			[24, 0.5],
			[25, 0.5],
			[7, 0.2],
			[1000, 0.006],
			[1000, 0.0061],
			[1e9, 0.3]
		] as const) {
			for (const centre of [1 / 64, 63 / 64, 1 / 512, 0.5, 0.075, 1e-6, n * p, 0.5 * (n * p) ** 2]) {
				const middle = Math.floor((centre % 1) * VALUES);
				let previous = Infinity;
				for (let i = Math.max(0, middle - 50); i < Math.min(VALUES, middle + 50); i += 1) {
					const k = quantile(uniformNumber(i), n, p);
					expect(k).toBeLessThanOrEqual(previous);
					previous = k;
				}
			}
		}
	});

	const exactAbove = (n: number, p: number) => n * p * (1 - p) > 6;

	it('one more host never lowers a draw; where the method changes, by one host at most', () => {
		fc.assert(
			fc.property(anyUniform, anySize, anyChance, (u, n, p) => {
				const slack = exactAbove(n, p) === exactAbove(n + 1, p) ? 0 : 1;
				expect(quantile(u, n + 1, p)).toBeGreaterThanOrEqual(quantile(u, n, p) - slack);
			}),
			{ numRuns: 20_000 }
		);
	});

	it('a higher chance never lowers a draw; where the method changes, by one host at most', () => {
		fc.assert(
			fc.property(anyUniform, anySize, anyChance, anyChance, (u, n, a, b) => {
				const [low, high] = a < b ? [a, b] : [b, a];
				const slack = exactAbove(n, low) === exactAbove(n, high) ? 0 : 1;
				expect(quantile(u, n, high)).toBeGreaterThanOrEqual(quantile(u, n, low) - slack);
			}),
			{ numRuns: 20_000 }
		);
	});

	it('a chance of a few in a thousand million keeps its digits: the rarest draw of millions is not one too many', () => {
		// P(at least 3) = 1.8e-9 and P(at least 4) = 9.8e-13, on either side of u.
		expect(quantile(2 ** -33, 2_342_851, 9.45711792908992e-10)).toBe(3);
	});

	it('the change of method lowers less than one draw in a thousand', () => {
		let lowered = 0;
		let tries = 0;
		for (const p of [0.001, 0.05, 0.2, 0.5]) {
			const n = Math.floor(6 / (p * (1 - p)));
			const before = n * p * (1 - p) <= 6 ? n : n - 1;
			// A chance a hair higher, so that only the method differs.
			const above = p + (6.0001 - before * p * (1 - p)) / before;
			for (let i = 0; i < 20_000; i += 1) {
				const u = (i + 0.5) / 20_000;
				tries += 1;
				if (quantile(u, before, above) < quantile(u, before, p)) lowered += 1;
			}
		}
		expect(lowered / tries).toBeLessThan(1e-3);
	});
});

describe('the edges', () => {
	it('no host moves without a chance; every host with certainty', () => {
		for (const u of [2 ** -33, 0.3, 1 - 2 ** -33]) {
			expect(quantile(u, 0, 0.3)).toBe(0);
			expect(quantile(u, 0, 0.9)).toBe(0);
			expect(quantile(u, 0, 1)).toBe(0);
			expect(quantile(u, -3, 0.3)).toBe(0);
			expect(quantile(u, 10, 0)).toBe(0);
			expect(quantile(u, 10, -0.1)).toBe(0);
			expect(quantile(u, 10, 1)).toBe(10);
			expect(binomialQuantile(u, 10, 1.5, NaN)).toBe(10);
		}
	});

	it('one host moves exactly when u is below its chance', () => {
		fc.assert(
			fc.property(anyUniform, anyChance, (u, p) => {
				fc.pre(Math.abs(u - p) > 1e-15);
				expect(quantile(u, 1, p)).toBe(u < p ? 1 : 0);
			}),
			{ numRuns: 5000 }
		);
	});

	it('the largest count fits, however likely its move', () => {
		for (const p of [1e-9, 0.3, 0.5, 0.999999, 1 - 1e-9]) {
			const k = quantile(2 ** -33, 2 ** 31 - 1, p);
			expect(k).toBeGreaterThan((2 ** 31 - 1) * p);
			expect(k).toBeLessThanOrEqual(2 ** 31 - 1);
		}
	});

	it('the order of earlier draws does not matter', () => {
		const direct = quantile(0.2, 30, 0.9);
		quantile(0.2, 30, 0.8);
		expect(quantile(0.2, 30, 0.9)).toBe(direct);
	});
});
