import { area, line } from 'd3-shape';

export interface Point {
	readonly x: number;
	readonly y: number;
}

const linePath = line<Point>(
	({ x }) => x,
	({ y }) => y
).digits(1);

/** A line through points, as the `d` of a path. */
export function lineThrough(points: readonly Point[]): string {
	return linePath(points) ?? '';
}

/** The space between a line and a level. */
export function areaTo(points: readonly Point[], level: number): string {
	const path = area<Point>(
		({ x }) => x,
		() => level,
		({ y }) => y
	).digits(1);
	return path(points) ?? '';
}
