import { describe, expect, it } from 'vitest';
import { curvePath, labelOnCurve } from './curve.ts';

describe('a smooth line', () => {
	it('starts at its first point and ends at its last, midway between the others', () => {
		expect(
			curvePath([
				[0, 0],
				[10, 0],
				[10, 20],
				[30, 20]
			])
		).toBe('M0 0Q10 0 10 10Q10 20 30 20');
	});

	it('is straight between two points, and nothing without them', () => {
		expect(
			curvePath([
				[0, 0],
				[10, 5]
			])
		).toBe('M0 0L10 5');
		expect(curvePath([[1, 1]])).toBe('');
	});
});

describe('a label', () => {
	it('stays where it was placed when its line passes there', () => {
		const line = [
			[0, 0],
			[50, 10],
			[100, 0]
		] as const;
		expect(labelOnCurve(line, [50, 10])).toEqual([50, 10]);
	});

	it('moves onto its line where the line turns round before it gets there', () => {
		const hairpin = [
			[0, 0],
			[-200, 20],
			[0, 40]
		] as const;
		expect(labelOnCurve(hairpin, [-200, 20])).toEqual([-100, 20]);
	});
});
