import type { Spot } from './plane.ts';

interface Ring {
	readonly points: readonly Spot[];
	readonly left: number;
	readonly right: number;
	readonly top: number;
	readonly bottom: number;
}

/** Whether a spot of the plane is on land: inside an odd number of rings of an SVG path of straight lines. */
export function landTest(path: string): (spot: Spot) => boolean {
	const rings = path
		.split('M')
		.filter((part) => part !== '')
		.map((part): Ring => {
			const points = part
				.replace('Z', '')
				.split('L')
				.map((pair) => pair.split(',').map(Number) as [number, number]);
			const xs = points.map(([x]) => x);
			const ys = points.map(([, y]) => y);
			return {
				points,
				left: Math.min(...xs),
				right: Math.max(...xs),
				top: Math.min(...ys),
				bottom: Math.max(...ys)
			};
		});
	return (spot) => rings.filter((ring) => surrounds(ring, spot)).length % 2 === 1;
}

function surrounds({ points, left, right, top, bottom }: Ring, [x, y]: Spot): boolean {
	if (x < left || x > right || y < top || y > bottom) return false;
	let inside = false;
	for (let i = 0, j = points.length - 1; i < points.length; j = i++) {
		const [xi, yi] = points[i]!;
		const [xj, yj] = points[j]!;
		if (yi > y !== yj > y && x < xi + ((y - yi) / (yj - yi)) * (xj - xi)) inside = !inside;
	}
	return inside;
}
