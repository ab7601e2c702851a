import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Box } from '../../../map/labels/label-places.ts';
import type { Tally } from '../../../map/points/tally.ts';
import { mostLabels, placeCities, type City, type CityLabel } from './labelling.ts';

const tallyOf = (down: number): Tally =>
	({ hosts: 1_000_000, down, counts: new Float64Array(8), of: () => 0 }) as unknown as Tally;
const labelOf = ({ id }: City): CityLabel => ({
	id,
	name: `City ${id}`,
	time: null,
	marker: 'crashed',
	count: '1',
	width: 60 + (id % 5) * 20,
	height: 24
});
const overlap = (a: Box, b: Box) =>
	a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

describe('names of cities', () => {
	it('never lie over one another, over what is kept free, or over the edge', () => {
		const size = fc.record({
			width: fc.integer({ min: 300, max: 3840 }),
			height: fc.integer({ min: 200, max: 2160 })
		});
		const place = fc.record({
			x: fc.double({ min: 0, max: 1, noNaN: true }),
			y: fc.double({ min: 0, max: 1, noNaN: true })
		});
		const down = fc.integer({ min: 0, max: 500_000 });
		fc.assert(
			fc.property(
				size,
				fc.array(fc.tuple(place, down), { maxLength: 60 }),
				fc.boolean(),
				({ width, height }, some, isTight) => {
					const cities = some.map(([{ x, y }, hosts], id): City => {
						return { id, at: [x * width, y * height], tally: tallyOf(hosts) };
					});
					const key = { left: 0, top: height - 120, right: 200, bottom: height };
					const most = mostLabels(width, height, 16);
					const placed = placeCities(
						cities,
						{ width, height },
						[key],
						{ most, isTight },
						() => false,
						labelOf
					);
					expect(placed.length).toBeLessThanOrEqual(most);
					const boxes = placed.map(({ left, top, width, height }) => {
						return { left, top, right: left + width, bottom: top + height };
					});
					boxes.forEach((box, i) => {
						expect(overlap(box, key)).toBe(false);
						expect(box.left >= 0 && box.top >= 0 && box.right <= width && box.bottom <= height).toBe(true);
						for (const other of boxes.slice(i + 1)) expect(overlap(box, other)).toBe(false);
					});
				}
			)
		);
	});

	it('go to who is singled out first, then to where most hosts are down', () => {
		const cities = [5, 900, 400].map((down, id): City => ({
			id,
			at: [300 + id * 500, 400],
			tally: tallyOf(down)
		}));
		const name = (singled: number | null, most: number) =>
			placeCities(
				cities,
				{ width: 1600, height: 900 },
				[],
				{ most, isTight: false },
				(id) => id === singled,
				labelOf
			).map(({ id }) => id);
		expect(name(null, 2)).toEqual([1, 2]);
		expect(name(0, 2)).toEqual([0, 1]);
	});

	it('are fewer on a smaller map, and never more than six', () => {
		expect(mostLabels(390, 480, 16)).toBe(2);
		expect(mostLabels(944, 320, 16)).toBe(3);
		expect(mostLabels(1920, 900, 16)).toBe(6);
		expect(mostLabels(3840, 2000, 32)).toBe(6);
	});
});
