import type { WorldPoint } from '../../lib/map/geo/projection.ts';
import { HEIGHT, WIDTH } from './plane.ts';
import { MARKS, type Mark } from './points.ts';

export interface Picture {
	readonly land: string;
	readonly night: { readonly steps: readonly string[]; readonly edge: string };
	readonly points: Readonly<Record<Mark, readonly WorldPoint[]>>;
	readonly threads: readonly string[];
	readonly rings: readonly WorldPoint[];
}

const RING_RADII = [8, 17, 28];

/**
 * The picture as an SVG file of named parts without colours: the page that shows it paints them with its own tokens, so
 * that one file serves every theme.
 */
export function pictureSvg({ land, night, points, threads, rings }: Picture): string {
	const parts = [
		path('land', land),
		group(
			'night',
			night.steps.map((d) => `<path d="${d}"/>`)
		),
		path('night-edge', night.edge),
		path('threads', threads.join('')),
		group(
			'rings',
			rings.flatMap(([x, y]) =>
				RING_RADII.map(
					(r, i) => `<circle cx="${short(x)}" cy="${short(y)}" r="${r}" opacity="${0.9 - i * 0.3}"/>`
				)
			)
		),
		...MARKS.map((mark) => path(mark, dots(points[mark])))
	];
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}">`,
		'<!-- Land: Natural Earth, public domain. Points: built by src/tools/build-home.ts from a run of the record. -->',
		...parts,
		'</svg>',
		''
	].join('\n');
}

/** Points as strokes of no length, one after another: the ends of the stroke give them their shape and size. */
function dots(spots: readonly WorldPoint[]): string {
	let [atX, atY] = [0, 0];
	return [...spots]
		.sort((a, b) => a[0] - b[0])
		.map(([x, y]) => {
			const [toX, toY] = [Math.round(x * 10), Math.round(y * 10)];
			const step = `m${joined((toX - atX) / 10, (toY - atY) / 10)}h0`;
			[atX, atY] = [toX, toY];
			return step;
		})
		.join('');
}

const joined = (x: number, y: number) => `${short(x)}${y < 0 ? '' : ' '}${short(y)}`;
const short = (n: number) => String(Math.round(n * 10) / 10).replace(/^(-?)0\./, '$1.');
const path = (id: string, d: string) => `<path id="${id}" d="${d}"/>`;
const group = (id: string, inner: readonly string[]) => `<g id="${id}">${inner.join('')}</g>`;
