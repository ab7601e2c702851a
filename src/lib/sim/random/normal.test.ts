import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalExceededWith } from './normal-table.ts';
import { normalQuantile } from './normal.ts';

describe('normalQuantile', () => {
	it('meets tabulated values (Wichura 1988 gives the first three; the others are common percentage points)', () => {
		expect(normalQuantile(0.25)).toBeCloseTo(-0.6744897501960817, 15);
		expect(normalQuantile(0.001)).toBeCloseTo(-3.090232306167814, 14);
		expect(normalQuantile(1e-20)).toBeCloseTo(-9.262340089798408, 14);
		expect(normalQuantile(1e-9)).toBeCloseTo(-5.9978070150076869, 14);
		expect(normalQuantile(0.975)).toBeCloseTo(1.959963984540054, 14);
		expect(normalQuantile(0.995)).toBeCloseTo(2.5758293035489004, 14);
		expect(normalQuantile(0.5)).toBe(0);
	});

	it('is odd around one half', () => {
		fc.assert(
			fc.property(fc.integer({ min: 1, max: 2 ** 32 - 1 }), (i) => {
				const u = i / 2 ** 33;
				expect(normalQuantile(1 - u)).toBe(-normalQuantile(u));
			})
		);
	});

	it('rises with u, also where the formulas meet', () => {
		for (const centre of [0.075, 0.925, 1.388794386496402e-11, 0.5, 1e-3]) {
			let previous = -Infinity;
			for (let i = -200; i <= 200; i += 1) {
				const z = normalQuantile(centre * (1 + i * 1e-12));
				expect(z).toBeGreaterThanOrEqual(previous);
				previous = z;
			}
		}
	});

	it('undoes the normal distribution: its slope is the inverse of the density', () => {
		for (const u of [1e-9, 1e-4, 0.02, 0.2, 0.5, 0.8, 0.99]) {
			const step = u * 1e-5;
			const slope = (normalQuantile(u + step) - normalQuantile(u - step)) / (2 * step);
			const z = normalQuantile(u);
			const density = Math.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI);
			expect(slope * density).toBeCloseTo(1, 6);
		}
	});

	it('has infinite ends', () => {
		expect(normalQuantile(0)).toBe(-Infinity);
		expect(normalQuantile(1)).toBe(Infinity);
	});
});

describe('normalExceededWith', () => {
	it('is the upper quantile, to 2e-6', () => {
		for (let i = 1; i < 50_000; i += 1) {
			const u = i / 50_000;
			expect(Math.abs(normalExceededWith(u) + normalQuantile(u))).toBeLessThan(2e-6);
		}
	});

	it('falls from each 32-bit uniform to the next, within cells and across their borders', () => {
		for (let cell = 0; cell < 512; cell += 1) {
			for (const from of [cell * 2 ** 23, cell * 2 ** 23 + 1_234_567]) {
				let previous = Infinity;
				for (let i = Math.max(0, from - 5); i < from + 5; i += 1) {
					const z = normalExceededWith((2 * i + 1) / 2 ** 33);
					expect(z).toBeLessThan(previous);
					previous = z;
				}
			}
		}
	});
});
