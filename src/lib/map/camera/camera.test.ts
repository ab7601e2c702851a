import { describe, expect, it } from 'vitest';
import { homeCamera, toScreen, type Viewport } from './camera.ts';
import { project, SOUTH_EDGE_LAT, WORLD_WIDTH } from '../geo/projection.ts';

const onScreen = (viewport: Viewport, [x, y]: readonly [number, number]) =>
	toScreen(homeCamera(viewport), viewport, [x, y]);
const NORTH = project(11, 83)[1];
const SOUTH = project(11, SOUTH_EDGE_LAT)[1];

describe('the world at home', () => {
	it('fits a wide screen, from pole to Cape Horn', () => {
		const viewport = { width: 1920, height: 900 };
		expect(onScreen(viewport, [0, NORTH])[0]).toBeGreaterThanOrEqual(0);
		expect(onScreen(viewport, [WORLD_WIDTH, SOUTH])[0]).toBeLessThanOrEqual(1920);
		expect(onScreen(viewport, [0, SOUTH])[1]).toBeLessThanOrEqual(900);
	});

	it('stands beside what covers its left and below what covers its upper edge', () => {
		const viewport = { width: 944, height: 324, covered: { left: 215, top: 48 } };
		const [left, top] = onScreen(viewport, [0, NORTH]);
		expect(left).toBeGreaterThanOrEqual(214.9);
		expect(top).toBeGreaterThanOrEqual(48);
		const [right, bottom] = onScreen(viewport, [WORLD_WIDTH, SOUTH]);
		expect(right).toBeLessThanOrEqual(944.1);
		expect(bottom).toBeLessThanOrEqual(324.1);
	});

	it.each([
		[976, 409, 344],
		[1030, 430, 336],
		[1016, 480, 344]
	])(
		'keeps both coasts of the United States clear of the clock on a map of %i by %i px',
		(width, height, left) => {
			for (const [lng, lat] of [
				[-74, 41],
				[-122.4, 37.8],
				[-122.3, 47.6],
				[-118.2, 34]
			] as const) {
				const [x] = onScreen({ width, height, covered: { left, top: 0 } }, project(lng, lat));
				expect(x).toBeGreaterThanOrEqual(left);
			}
			const [east] = onScreen({ width, height, covered: { left, top: 0 } }, [WORLD_WIDTH, SOUTH]);
			expect(east).toBeLessThanOrEqual(width + 0.1);
		}
	);

	it('shows on a phone both coasts of the Atlantic, where most hosts stand', () => {
		const viewport = { width: 390, height: 560, covered: { left: 0, top: 100 } };
		for (const [lng, lat] of [
			[-118, 34],
			[-74, 41],
			[0, 51],
			[13, 52]
		] as const) {
			const [x] = onScreen(viewport, project(lng, lat));
			expect(x).toBeGreaterThan(0);
			expect(x).toBeLessThan(390);
		}
	});
});
