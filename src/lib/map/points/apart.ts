import { toScreen } from '../camera/camera.ts';
import type { View } from '../layer.ts';
import type { WorldPoint } from '../geo/projection.ts';

/**
 * Indices of the places within the picture, the first of two that stand closer than so many CSS pixels.
 * @param places the weightiest first
 */
export function placesApart(
	places: readonly { readonly at: WorldPoint }[],
	{ camera, viewport }: View,
	apartPx: number,
	most: number
): number[] {
	const taken: WorldPoint[] = [];
	const kept: number[] = [];
	for (let i = 0; i < places.length && kept.length < most; i++) {
		const [x, y] = toScreen(camera, viewport, places[i]!.at);
		if (x < 0 || y < 0 || x > viewport.width || y > viewport.height) continue;
		if (taken.some(([tx, ty]) => Math.hypot(tx - x, ty - y) < apartPx)) continue;
		taken.push([x, y]);
		kept.push(i);
	}
	return kept;
}
