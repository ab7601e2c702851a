import { Landings, type Landing } from '../motion/landings.ts';
import type { LngLat } from '../layers/travel-layer.ts';
import type { Scene, WayLayer } from '../scene.ts';
import { Walks } from '../motion/walks.ts';
import type { MapFrame, MapWorld } from '../map-world.ts';

/** What is on its way between two snapshots: the update to where it lands, the fix from city to city. */
export class Ways {
	readonly #landings: Landings;
	readonly #walks: Walks;

	/** @param releasedAt where threads start; null: only where they end is shown */
	constructor(world: MapWorld, releasedAt: LngLat | null) {
		this.#landings = new Landings(world, releasedAt);
		this.#walks = new Walks(world);
	}

	/**
	 * Shows what set out since the snapshot before.
	 * @param isQuiet only remembers it
	 * @param hasRings circles of the release's rings stand at places: of its ways only threads are shown then
	 */
	see(scene: Scene, frame: MapFrame, before: MapFrame | null, isQuiet: boolean, hasRings: boolean): void {
		const landings = this.#landings.see(frame, before) ? this.#landings.take() : [];
		const walks = this.#walks.see(frame, before) ? this.#walks.take() : [];
		if (isQuiet) return;
		announce(scene.update, hasRings ? landings.filter(({ from }) => from !== null) : landings);
		announce(scene.fix, walks);
	}
}

function announce(layer: WayLayer, landings: readonly Landing[]): void {
	if (landings.length === 0) return;
	// Where nothing moves, what is drawn stays: only the latest steps are kept.
	if (layer.isStill) layer.clear();
	const now = performance.now();
	for (const { from, to, delayMs } of landings) {
		const startMs = now + (layer.isStill ? 0 : delayMs);
		if (from === null) layer.land(to, startMs);
		else layer.send(from, to, startMs);
	}
}
