export type XY = readonly [x: number, y: number];

/** How far from its line a label may stand and still be read as its own, in the drawing's units. */
const NEAR = 30;

interface Bend {
	readonly from: XY;
	readonly by: XY;
	readonly to: XY;
}

const between = ([ax, ay]: XY, [bx, by]: XY): XY => [(ax + bx) / 2, (ay + by) / 2];

/** The bends of a smooth line from the first point to the last: it passes midway between the others. */
function bendsOf(points: readonly XY[]): Bend[] {
	const inner = points.slice(1, -1);
	return inner.map((by, i) => ({
		from: i === 0 ? points[0]! : between(inner[i - 1]!, by),
		by,
		to: i === inner.length - 1 ? points.at(-1)! : between(by, inner[i + 1]!)
	}));
}

/** A smooth line as an SVG path; points that say no bend give a straight one. */
export function curvePath(points: readonly XY[]): string {
	const [first, ...rest] = points;
	if (first === undefined || rest.length === 0) return '';
	const bends = bendsOf(points).map(({ by, to }) => `Q${by[0]} ${by[1]} ${to[0]} ${to[1]}`);
	return `M${first[0]} ${first[1]}${bends.join('') || `L${rest[0]![0]} ${rest[0]![1]}`}`;
}

/** Where a line's label stands: at its place, or on the line where smoothing has drawn the line away from there. */
export function labelOnCurve(points: readonly XY[], place: XY): XY {
	let nearest = place;
	let least = Infinity;
	for (const { from, by, to } of bendsOf(points)) {
		const at = between(between(from, by), between(by, to));
		const distance = Math.hypot(at[0] - place[0], at[1] - place[1]);
		if (distance < least) [nearest, least] = [at, distance];
	}
	return least < NEAR || least === Infinity ? place : nearest;
}
