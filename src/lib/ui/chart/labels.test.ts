import { expect, test } from 'vitest';
import type { Curves } from '../../client/compare/series.ts';
import type { Sample } from '../../room/feed/samples.ts';
import { serviceFloor } from './floor.ts';
import { atTicks, widestGap } from './labels.ts';

const NOTHING = {
	unprotected: 0,
	compromised: 0,
	recovered: 0,
	lossCents: 0,
	own: [],
	trust: null,
	goals: []
};

const curve = (...downs: number[]): Sample[] =>
	downs.map((down, minute) => {
		const service = { output: 1 - down / 100, backlogUnits: 0, lostUnits: 0, lossCents: 0 };
		return { ...NOTHING, minute, down, everCrashed: down, sectors: [service] };
	});
const down = (sample: Sample) => sample.down;

test('names stand where two curves are farthest apart', () => {
	expect(widestGap(curve(0, 5, 3, 1), curve(0, 6, 9, 2), down)).toEqual({ minute: 2, upper: 9, lower: 3 });
	expect(widestGap(curve(1), [], down)).toBeNull();
});

test('a table has a row for each tick that was reached, and the present', () => {
	expect(atTicks(curve(0, 5, 3, 1), [0, 2, 60]).map(({ minute }) => minute)).toEqual([0, 2, 3]);
	expect(atTicks([], [0, 2])).toEqual([]);
});

test('services share the highest round floor that holds them all', () => {
	const floor = (...downs: number[]) => serviceFloor({ record: curve(...downs) } as Curves);
	expect(serviceFloor({})).toBe(0.9);
	expect(floor(0, 5)).toBe(0.9);
	expect(floor(0, 15)).toBe(0.8);
	expect(floor(0, 55)).toBe(0.4);
	expect(floor(0, 95)).toBe(0);
});
