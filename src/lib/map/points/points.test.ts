import { describe, expect, it } from 'vitest';
import { benchWorld } from '../bench/bench-world.ts';
import { LandMask } from '../geo/land-mask.ts';
import { landRings } from '../geo/land.ts';
import { placePoints, pointsOf, preparePoints, standAlike } from './points.ts';
import { project } from '../geo/projection.ts';
import { placeOf, reach } from './scatter.ts';

const land = LandMask.of(landRings());
const cluster = (lng: number, lat: number, share: number) => ({ at: project(lng, lat), share });
const places = (of: ReturnType<typeof cluster>, count = 500) =>
	Array.from({ length: count }, (_, id) => placeOf(id, of, (x, y) => land.isLand(x, y)));

describe('where points stand', () => {
	it('is always the same place for the same point', () => {
		const london = cluster(-0.1, 51.5, 0.015);
		expect(places(london)).toEqual(places(london));
	});

	it('is on land around a city by the sea', () => {
		for (const city of [cluster(151.2, -33.87, 0.01), cluster(139.7, 35.7, 0.02), cluster(-74, 40.7, 0.04)]) {
			const ashore = places(city).filter(([x, y]) => land.isLand(x, y));
			expect(ashore.length).toBeGreaterThan(490);
		}
	});

	it('is close to a city on an island that the map is too coarse to draw', () => {
		const atoll = cluster(73.5, 4.2, 0.00001);
		for (const [x, y] of places(atoll, 50))
			expect(Math.hypot(x - atoll.at[0], y - atoll.at[1])).toBeLessThan(2);
	});

	it('is around the city, the wider the larger it is', () => {
		const spread = (share: number) => {
			const city = cluster(-98, 39, share);
			const far = places(city).map(([x, y]) => Math.hypot(x - city.at[0], y - city.at[1]));
			return far.reduce((a, b) => a + b, 0) / far.length;
		};
		expect(spread(0.02)).toBeGreaterThan(2 * spread(0.002));
		expect(reach(0.04)).toBeLessThan(12);
	});
});

describe('the points of a world', () => {
	const hosts = 40_000_000;

	it('are the same whether they are placed in slices or at once', async () => {
		const world = benchWorld(hosts);
		expect(await preparePoints(world)).toEqual(placePoints(world));
	});

	it('are found again where the same world is told anew, and not by another', async () => {
		const points = await preparePoints(benchWorld(hosts));
		expect(pointsOf(benchWorld(hosts))).toBe(points);
		expect(pointsOf(benchWorld(hosts + 1))).not.toBe(points);
	});

	it('belong to another world where a city stands elsewhere or a cell has another city', () => {
		const moved = benchWorld(hosts);
		const metros = moved.metros.map((metro, i) => (i === 9 ? { ...metro, lng: metro.lng + 1 } : metro));
		const changed = benchWorld(hosts);
		changed.cells.metro[100]! += 1;
		expect(standAlike(benchWorld(hosts), benchWorld(hosts))).toBe(true);
		expect(standAlike(benchWorld(hosts), { ...moved, metros })).toBe(false);
		expect(standAlike(benchWorld(hosts), changed)).toBe(false);
		expect(standAlike(benchWorld(hosts), { ...benchWorld(hosts), amongHosts: 20 * hosts })).toBe(false);
	});
});
