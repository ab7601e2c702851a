import { describe, expect, it } from 'vitest';
import { atOnce, inSlices, type Sliced } from './slices.ts';

function* counting(steps: number, did: number[] = []): Sliced<number[]> {
	for (let step = 0; step < steps; step++) {
		did.push(step);
		yield;
	}
	return did;
}

describe('work in slices', () => {
	it('comes to the same as work done at once', async () => {
		expect(await inSlices(counting(50))).toEqual(atOnce(counting(50)));
	});

	it('rests after eight milliseconds, and not before', async () => {
		let ms = 0;
		const slow = function* (): Sliced<void> {
			for (let step = 0; step < 10; step++) {
				ms += 3;
				yield;
			}
		};
		const restedAt: number[] = [];
		const rest = async () => void restedAt.push(ms);
		await inSlices(slow(), rest, () => ms);
		expect(restedAt).toEqual([9, 18, 27]);
	});

	it('passes on what goes wrong', async () => {
		const broken = function* (): Sliced<void> {
			yield;
			throw new Error('no land');
		};
		await expect(inSlices(broken())).rejects.toThrow('no land');
		expect(() => atOnce(broken())).toThrow('no land');
	});
});
