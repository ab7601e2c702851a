import { describe, expect, it } from 'vitest';
import { ringArea, simplify, type ArcPoint } from './simplify.ts';

const arc = (...points: [number, number][]): ArcPoint[] =>
	points.map(([x, y]) => ({ written: [x, y], x, y }));

describe('simplifying a shore', () => {
	it('drops what hardly shows, and keeps ends and corners', () => {
		const line = arc([0, 0], [5, 0.01], [10, 0], [10, 10]);
		expect(simplify(line, 1)).toEqual(arc([0, 0], [10, 0], [10, 10]));
	});

	it('keeps everything that is at least as large as asked', () => {
		const zigzag = arc([0, 0], [1, 3], [2, 0], [3, 3], [4, 0]);
		expect(simplify(zigzag, 1)).toEqual(zigzag);
	});

	it('leaves an island an area', () => {
		const islet = arc([0, 0], [1, 0], [1, 1], [0, 1], [0, 0]);
		expect(ringArea(islet)).toBe(1);
		expect(ringArea(simplify(islet, 100))).toBeGreaterThan(0);
	});
});
