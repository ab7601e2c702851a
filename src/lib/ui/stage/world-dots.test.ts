import { expect, test } from 'vitest';
import { project } from '../../map/geo/projection.ts';
import { areAlike, dotsOf, downIn, windowOn } from './world-dots.ts';

const ATLANTA = { name: 'Atlanta', lng: -84.4, lat: 33.7, hosts: 400 };
const SEATTLE = { name: 'Seattle', lng: -122.3, lat: 47.6, hosts: 100 };
const SYDNEY = { name: 'Sydney', lng: 151.2, lat: -33.9, hosts: 100 };

test('R173: a small map shows all of its places, with the land around them', () => {
	for (const places of [[ATLANTA], [ATLANTA, SEATTLE], [ATLANTA, SEATTLE, SYDNEY]]) {
		const view = windowOn(places);
		for (const { lng, lat } of places) {
			const [x, y] = project(lng, lat);
			expect(x).toBeGreaterThan(view.x);
			expect(x).toBeLessThan(view.x + view.width);
			expect(y).toBeGreaterThan(view.y);
			expect(y).toBeLessThan(view.y + view.height);
		}
	}
});

test('R173: areas say how many computers stand somewhere and how many of them are down', () => {
	const [large, small] = dotsOf([SEATTLE, ATLANTA], [25, 100], { width: 1000 });
	expect(large!.radius / small!.radius).toBeCloseTo(2);
	expect(large!.down).toBeCloseTo(large!.radius);
	expect(small!.down / small!.radius).toBeCloseTo(0.5);
});

test('R173: words say the same: how much is down, and where most', () => {
	const maps = {
		minute: 60,
		places: [ATLANTA, SEATTLE],
		down: [
			[50, 10],
			[0, 0]
		]
	};
	expect(downIn(maps, 0)).toEqual({ share: 0.42, worst: { name: 'Atlanta', share: 0.5 } });
	expect(downIn(maps, 1)).toEqual({ share: 0, worst: null });
});

test('R173: maps that nobody can tell apart are called alike', () => {
	const maps = (down: readonly (readonly number[])[]) => ({ minute: 60, places: [ATLANTA, SEATTLE], down });
	const [one, same, other] = [
		[50, 10],
		[51, 10],
		[50, 30]
	];
	expect(areAlike(maps([one!, same!]))).toBe(true);
	expect(areAlike(maps([one!, same!, other!]))).toBe(false);
});
