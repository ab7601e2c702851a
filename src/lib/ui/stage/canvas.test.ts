import { describe, expect, it } from 'vitest';
import { canvasFor } from './canvas.ts';

describe('the picture of the stage', () => {
	it.each([
		[1920, 1080, 1920, 1080, 1],
		[1024, 768, 1440, 1080, 768 / 1080],
		[2560, 1080, 2560, 1080, 1],
		[344, 193.5, 1920, 1080, 344 / 1920]
	])('at %i × %i has 1080 lines and fills the place', (width, height, w, h, scale) => {
		const canvas = canvasFor({ width, height });
		expect(canvas.width).toBeCloseTo(w);
		expect(canvas.height).toBeCloseTo(h);
		expect(canvas.scale).toBeCloseTo(scale);
	});

	it('is no narrower than 4:3: on an upright screen it gets more lines', () => {
		const canvas = canvasFor({ width: 720, height: 1280 });
		expect(canvas.width).toBe(1440);
		expect(canvas.height).toBeCloseTo(2560);
	});
});
