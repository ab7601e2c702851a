import { seedFromText, streamKeys, uniform } from '../../lib/sim/random/hash.ts';

/**
 * A Latin hypercube: `count` points in the unit cube of `dimensions`, of which along every axis exactly one falls into
 * each of `count` equal slices. Drawn with the project's own keyed draws, so that equal texts give equal points in any
 * engine. (McKay, Beckman and Conover 1979.)
 */
export function latinHypercube(seedText: string, dimensions: number, count: number): number[][] {
	const seed = seedFromText(seedText);
	const keys = new Int32Array(4);
	const points = Array.from({ length: count }, () => new Array<number>(dimensions).fill(0));
	for (let dimension = 0; dimension < dimensions; dimension++) {
		streamKeys(seed, 0, dimension, keys, 0);
		streamKeys(seed, 1, dimension, keys, 2);
		const order = points.map((_, point) => ({ point, draw: uniform(keys[0]!, keys[1]!, point) }));
		order.sort((a, b) => a.draw - b.draw || a.point - b.point);
		order.forEach(({ point }, slice) => {
			points[point]![dimension] = (slice + uniform(keys[2]!, keys[3]!, point)) / count;
		});
	}
	return points;
}

/** `count` independent points of the unit cube, from the same kind of draws. */
export function cubePoints(seedText: string, dimensions: number, count: number): number[][] {
	const seed = seedFromText(seedText);
	const keys = new Int32Array(2);
	const points = Array.from({ length: count }, () => new Array<number>(dimensions).fill(0));
	for (let dimension = 0; dimension < dimensions; dimension++) {
		streamKeys(seed, 0, dimension, keys);
		for (let point = 0; point < count; point++) {
			points[point]![dimension] = uniform(keys[0]!, keys[1]!, point);
		}
	}
	return points;
}
