import { describe, expect, it } from 'vitest';
import { LandMask } from './land-mask.ts';
import { landRings } from './land.ts';
import { project, WORLD_HEIGHT, WORLD_WIDTH, worldProjection } from './projection.ts';

const mask = LandMask.of(landRings());
const projection = worldProjection();

/** Beside the globe the inverse runs on past the seam: such a point projects to somewhere else. */
function isOnGlobe(x: number, y: number): boolean {
	const place = projection.invert!([x, y]);
	if (place === null || !Number.isFinite(place[0]) || Math.abs(place[1]) > 90) return false;
	const [backX, backY] = project(...place);
	return Math.abs(backX - x) < 0.5 && Math.abs(backY - y) < 0.5;
}

const isLandAt = (lng: number, lat: number) => mask.isLand(...project(lng, lat));

describe('the plane', () => {
	it('holds the whole globe, poles at its edges', () => {
		expect(project(0, 90)[1]).toBeCloseTo(0, 0);
		expect(project(0, -90)[1]).toBeCloseTo(WORLD_HEIGHT, 0);
		expect(project(-168.99, 0)[0]).toBeCloseTo(0, 0);
		expect(project(-169.01, 0)[0]).toBeCloseTo(WORLD_WIDTH, 0);
	});

	it('keeps areas: ten degrees square at the equator and at 50° north differ as the sphere says', () => {
		const area = (lat: number) => {
			let sum = 0;
			for (let lng = 0; lng < 10; lng++) {
				for (let step = 0; step < 10; step++) {
					const [x0, y0] = project(lng, lat + step);
					const [x1] = project(lng + 1, lat + step);
					sum += (x1 - x0) * (y0 - project(lng, lat + step + 1)[1]);
				}
			}
			return sum;
		};
		const onSphere =
			(Math.sin((60 * Math.PI) / 180) - Math.sin((50 * Math.PI) / 180)) / Math.sin((10 * Math.PI) / 180);
		expect(area(50) / area(0)).toBeCloseTo(onSphere, 1);
	});
});

describe('the land', () => {
	it('is under cities and not under oceans, lakes or the seam', () => {
		for (const [lng, lat] of [
			[-0.1, 51.5],
			[151, -33.8],
			[-100, 40],
			[37.6, 55.7],
			[-173, 66.3],
			[103.8, 1.35]
		] as const)
			expect(isLandAt(lng, lat), `${lng} ${lat}`).toBe(true);
		for (const [lng, lat] of [
			[-30, 40],
			[80, -20],
			[-140, 0],
			[50.5, 42],
			[-169, 10],
			[0, -80]
		] as const)
			expect(isLandAt(lng, lat), `${lng} ${lat}`).toBe(false);
	});

	it('covers what the world’s land without Antarctica covers: 26.5 % of the globe (135 of 510 million km²)', () => {
		let land = 0;
		let globe = 0;
		for (let x = 2; x < WORLD_WIDTH; x += 4) {
			for (let y = 2; y < WORLD_HEIGHT; y += 4) {
				if (!isOnGlobe(x, y)) continue;
				globe++;
				if (mask.isLand(x, y)) land++;
			}
		}
		expect(land / globe).toBeGreaterThan(0.255);
		expect(land / globe).toBeLessThan(0.275);
	});

	it('has no shore further south than Cape Horn and its islands', () => {
		const edge = project(-11, -58)[1];
		for (const ring of landRings())
			for (let i = 1; i < ring.length; i += 2) expect(ring[i]!).toBeLessThan(edge);
	});
});
