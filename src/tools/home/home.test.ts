import { describe, expect, it } from 'vitest';
import { pictureSvg } from './picture.ts';
import { HEIGHT, nightOf, place, WIDTH, type Spot } from './plane.ts';
import { MARKS, pointsOf, type Cluster, type Mark } from './points.ts';
import { landTest } from './shore.ts';

const none = Object.fromEntries(MARKS.map((mark) => [mark, 0])) as Record<Mark, number>;
const city = (at: Spot, hosts: Partial<Record<Mark, number>>): Cluster => ({
	at,
	hosts: { ...none, ...hosts }
});
const everywhere = () => true;

describe('the points of the still picture', () => {
	it('stand for the same number of hosts each, whatever city or mark they belong to', () => {
		const clusters = [
			city([100, 100], { crashed: 1234, healthy: 2766 }),
			city([300, 200], { asleep: 500, crashed: 1500 })
		];
		const points = pointsOf(clusters, 100, everywhere);
		expect(points.crashed.length + points.healthy.length + points.asleep.length).toBe(60);
		expect(Math.abs(points.crashed.length - 27.34)).toBeLessThanOrEqual(1);
		expect(points.recovered).toEqual([]);
	});

	it('stand on land where there is any around their city', () => {
		const onLand = ([x]: Spot) => x < 500;
		const { crashed } = pointsOf([city([499, 300], { crashed: 4000 })], 10, onLand);
		expect(crashed.filter(onLand).length / crashed.length).toBeGreaterThan(0.95);
	});

	it('are the same every time', () => {
		const clusters = [city([10, 10], { healthy: 900 })];
		expect(pointsOf(clusters, 9, everywhere)).toEqual(pointsOf(clusters, 9, everywhere));
	});
});

describe('shores', () => {
	const isLand = landTest('M0,0L10,0L10,10L0,10ZM3,3L6,3L6,6L3,6Z');

	it('have land inside, and none outside or in their lakes', () => {
		expect(isLand([1, 1])).toBe(true);
		expect(isLand([4, 4])).toBe(false);
		expect(isLand([11, 5])).toBe(false);
	});
});

describe('night', () => {
	/** 19 July 2024, 05:10 UTC, in minutes since 2000. */
	const MOMENT = (Date.UTC(2024, 6, 19, 5, 10) - Date.UTC(2000, 0, 1)) / 60_000;
	const isNight = landTest(nightOf(MOMENT).steps[0]!);

	it('lies over America and not over Asia an hour after the release', () => {
		expect(isNight(place([-74, 40.7]))).toBe(true);
		expect(isNight(place([72.8, 19]))).toBe(false);
		expect(isNight(place([139.7, 35.7]))).toBe(false);
	});
});

describe('the file', () => {
	it('names every part that the page paints, and brings no colours of its own', () => {
		const points = Object.fromEntries(MARKS.map((mark) => [mark, [[5, 6.25]] as Spot[]])) as Record<
			Mark,
			Spot[]
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
