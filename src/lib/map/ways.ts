import { Landings, type Landing } from './landings.ts';
import type { LngLat } from './layers/travel-layer.ts';
import type { Scene, WayLayer } from './scene.ts';
import { Walks } from './walks.ts';
import type { MapFrame, MapWorld } from './world.ts';

/** What is on its way between two moments: the update to where it lands, the fix from city to city. */
export class Ways {
	readonly #landings: Landings;
	readonly #walks: Walks;

	/** @param releasedAt where threads start; null: only where they end is shown */
	constructor(world: MapWorld, releasedAt: LngLat | null) {
		this.#landings = new Landings(world, releasedAt);
		this.#walks = new Walks(world);
	}

	/** Shows what set out since the moment before; `quietly` only remembers it. */
	see(scene: Scene, frame: MapFrame, before: MapFrame | null, quietly: boolean): void {
		if (this.#landings.see(frame, before)) announce(scene.update, this.#landings.take(), quietly);
		if (this.#walks.see(frame, before)) announce(scene.fix, this.#walks.take(), quietly);
	}
}

function announce(layer: WayLayer, landings: readonly Landing[], quietly: boolean): void {
	if (quietly) return;
	// Where nothing moves, what is drawn stays: only the latest steps are kept.
	if (layer.isStill) layer.clear();
	const now = performance.now();
	for (const { from, to, delayMs } of landings) {
		const startMs = now + (layer.isStill ? 0 : delayMs);
		if (from === null) layer.land(to, startMs);
		else layer.send(from, to, startMs);
	}
}
