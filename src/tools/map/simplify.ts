/** A point of an arc: the numbers that are written, and where it lies on the map's plane. */
export interface ArcPoint {
	readonly written: readonly [number, number];
	readonly x: number;
	readonly y: number;
}

/**
 * Visvalingam and Whyatt's simplification: the point that spans the smallest triangle with its neighbours goes first,
 * until every triangle left is at least `leastArea` (in square world units). Ends stay.
 *
 * Arcs have some hundreds of points, so the smallest is looked for afresh each time.
 */
export function simplify(arc: readonly ArcPoint[], leastArea: number): ArcPoint[] {
	const kept = arc.slice();
	const area = kept.map((_, i) => triangle(kept, i));
	// A closed arc keeps four points, so that it goes on enclosing something.
	const fewest = isClosed(arc) ? 4 : 2;
	while (kept.length > fewest) {
		let least = 1;
		for (let i = 2; i < kept.length - 1; i++) if (area[i]! < area[least]!) least = i;
		const removed = area[least]!;
		if (removed >= leastArea) break;
		kept.splice(least, 1);
		area.splice(least, 1);
		// A neighbour never counts as smaller than what has gone: else whole bays fall one point after another.
		for (const i of [least - 1, least]) area[i] = Math.max(triangle(kept, i), removed);
	}
	return kept;
}

function triangle(arc: readonly ArcPoint[], i: number): number {
	const a = arc[i - 1];
	const b = arc[i];
	const c = arc[i + 1];
	if (a === undefined || b === undefined || c === undefined) return Infinity;
	return Math.abs((b.x - a.x) * (c.y - a.y) - (c.x - a.x) * (b.y - a.y)) / 2;
}

export function isClosed(arc: readonly ArcPoint[]): boolean {
	const first = arc[0]!;
	const last = arc.at(-1)!;
	return first.written[0] === last.written[0] && first.written[1] === last.written[1];
}

/** Area that a closed arc encloses, in square world units. */
export function ringArea(ring: readonly ArcPoint[]): number {
	let twice = 0;
	for (let i = 0; i + 1 < ring.length; i++)
		twice += ring[i]!.x * ring[i + 1]!.y - ring[i + 1]!.x * ring[i]!.y;
	return Math.abs(twice) / 2;
}
