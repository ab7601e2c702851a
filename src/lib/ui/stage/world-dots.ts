import { project, WORLD_HEIGHT, WORLD_WIDTH } from '../../map/geo/projection.ts';
import type { TeamPlace, WorldMaps } from '../../room/live/worlds/stop-maps.ts';

/** A part of the map's plane. */
export interface Window {
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
}

/** A place of a small map: its ring, and how much of it is filled. */
export interface Dot {
	readonly x: number;
	readonly y: number;
	readonly radius: number;
	readonly down: number;
}

/** Width to height of a small map. */
const ASPECT = 2;
/** Room around the outermost places, of what they span. */
const MARGIN = 0.22;
/** One city alone is shown with the land around it. */
const WIDTH_LEAST = 240;
/** The largest ring, of the map's width. */
const RADIUS_MOST = 0.055;
/** The smallest dot, of the map's width: fewer computers than that are seen too. */
const DOWN_LEAST = 0.0015;

/** Hundredths of a place's computers by which nobody sees that two dots differ. */
const UNSEEN = 1;

/** The part of the world that shows all these places. */
export function windowOn(places: readonly Pick<TeamPlace, 'lng' | 'lat'>[]): Window {
	if (places.length === 0) return { x: 0, y: 0, width: WORLD_WIDTH, height: WORLD_HEIGHT };
	const points = places.map(({ lng, lat }) => project(lng, lat));
	const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
	const spanX = Math.max(...xs) - Math.min(...xs);
	const spanY = Math.max(...ys) - Math.min(...ys);
	const needed = Math.max(spanX, spanY * ASPECT, WIDTH_LEAST) * (1 + 2 * MARGIN);
	const width = Math.min(needed, WORLD_WIDTH);
	const height = width / ASPECT;
	return {
		x: Math.min(...xs) + spanX / 2 - width / 2,
		y: Math.min(...ys) + spanY / 2 - height / 2,
		width,
		height
	};
}

/** By area: a ring as large as its computers are many, filled by the share that is down. The largest lie undermost. */
export function dotsOf(
	places: readonly TeamPlace[],
	down: readonly number[],
	{ width }: Pick<Window, 'width'>
): Dot[] {
	const most = Math.max(...places.map(({ hosts }) => hosts), 1);
	const dots = places.map(({ lng, lat, hosts }, place) => {
		const [x, y] = project(lng, lat);
		const radius = width * RADIUS_MOST * Math.sqrt(hosts / most);
		const share = Math.min(100, down[place]!) / 100;
		const least = share > 0 ? Math.min(radius, width * DOWN_LEAST) : 0;
		return { x, y, radius, down: Math.max(least, radius * Math.sqrt(share)) };
	});
	return dots.sort((a, b) => b.radius - a.radius);
}

/** What a small map says in words: the share of all its computers that is down, and where most are. */
export function downIn(
	{ places, down }: WorldMaps,
	index: number
): { readonly share: number; readonly worst: { readonly name: string; readonly share: number } | null } {
	const shares = down[index]!;
	const hosts = places.reduce((sum, place) => sum + place.hosts, 0);
	const all = places.reduce((sum, place, at) => sum + (place.hosts * shares[at]!) / 100, 0);
	let worst = 0;
	for (let place = 1; place < places.length; place++) if (shares[place]! > shares[worst]!) worst = place;
	return {
		share: hosts === 0 ? 0 : all / hosts,
		worst: (shares[worst] ?? 0) === 0 ? null : { name: places[worst]!.name, share: shares[worst]! / 100 }
	};
}

/** Whether no two of the maps can be told apart. */
export function areAlike({ places, down }: WorldMaps): boolean {
	return places.every((_, place) => {
		const shares = down.map((one) => one[place]!);
		return Math.max(...shares) - Math.min(...shares) <= UNSEEN;
	});
}
