import { describe, expect, it } from 'vitest';
import { LandMask } from '../../lib/map/geo/land-mask.ts';
import { outlineOf } from '../../lib/map/geo/outline.ts';
import { project, type WorldPoint } from '../../lib/map/geo/projection.ts';
import { pictureSvg } from './picture.ts';
import { HEIGHT, nightCircles, WIDTH } from './plane.ts';
import { MARKS, pointsOf, type City, type Mark } from './points.ts';

const none = Object.fromEntries(MARKS.map((mark) => [mark, 0])) as Record<Mark, number>;
const city = (at: WorldPoint, hosts: Partial<Record<Mark, number>>): City => ({
	at,
	hosts: { ...none, ...hosts }
});
const everywhere = () => true;

describe('the points of the still picture', () => {
	it('stand for the same number of hosts each, whatever city or mark they belong to', () => {
		const cities = [
			city([100, 100], { crashed: 1234, healthy: 2766 }),
			city([300, 200], { asleep: 500, crashed: 1500 })
		];
		const points = pointsOf(cities, 100, everywhere);
		expect(points.crashed.length + points.healthy.length + points.asleep.length).toBe(60);
		expect(Math.abs(points.crashed.length - 27.34)).toBeLessThanOrEqual(1);
		expect(points.recovered).toEqual([]);
	});

	it('stand on land where there is any around their city', () => {
		const onLand = (x: number) => x < 500;
		const { crashed } = pointsOf([city([499, 300], { crashed: 4000 })], 10, onLand);
		expect(crashed.filter(([x]) => onLand(x)).length / crashed.length).toBeGreaterThan(0.95);
	});

	it('are the same every time', () => {
		const cities = [city([10, 10], { healthy: 900 })];
		expect(pointsOf(cities, 9, everywhere)).toEqual(pointsOf(cities, 9, everywhere));
	});
});

describe('night', () => {
	/** 19 July 2024, 05:10 UTC, in minutes since 2000. */
	const MOMENT = (Date.UTC(2024, 6, 19, 5, 10) - Date.UTC(2000, 0, 1)) / 60_000;
	const night = LandMask.of(outlineOf(nightCircles(MOMENT)[0]!));
	const isNight = (lng: number, lat: number) => night.isLand(...project(lng, lat));

	it('lies over America and not over Asia an hour after the release', () => {
		expect(isNight(-74, 40.7)).toBe(true);
		expect(isNight(72.8, 19)).toBe(false);
		expect(isNight(139.7, 35.7)).toBe(false);
	});
});

describe('the file', () => {
	it('names every part that the page paints, and brings no colours of its own', () => {
		const points = Object.fromEntries(MARKS.map((mark) => [mark, [[5, 6.25]] as WorldPoint[]])) as Record<
			Mark,
			WorldPoint[]
		>;
		const night = { steps: ['M0,0L1,1'], edge: 'M0,0L1,1' };
		const svg = pictureSvg({ land: 'M0,0L1,1Z', night, points, threads: ['M1,1L2,2'], rings: [[7, 7]] });
		expect(svg).toContain(`viewBox="0 0 ${WIDTH} ${HEIGHT}"`);
		for (const id of ['land', 'night', 'night-edge', 'threads', 'rings', ...MARKS])
			expect(svg).toContain(`id="${id}"`);
		expect(svg).toContain('id="crashed" d="m5 6.3h0"');
		expect(svg).not.toMatch(/fill=|stroke=|style/);
	});
});
