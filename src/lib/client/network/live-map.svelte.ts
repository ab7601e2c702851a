import type { MapFacts } from '../../room/map/map-facts.ts';
import { MapReader } from '../../room/map/map-reader.ts';
import type { MapSnapshot } from '../../sim/observe/map/map-snapshot.ts';
import type { LiveRoomView } from './live-room.svelte.ts';

/** The map of a room on a server. Made in a component: it follows the room as long as that lives. */
export class LiveMap {
	facts = $state.raw<MapFacts | null>(null);
	snapshot = $state.raw<MapSnapshot | null>(null);

	constructor(room: () => LiveRoomView) {
		const reader = new MapReader();
		$effect(() => {
			const told = room().part('mapFacts');
			if (told !== null) this.facts = reader.begin(told);
		});
		$effect(() => {
			const [whole, now] = [room().part('mapWhole'), room().part('map')];
			if (this.facts === null || whole === null || now === null) return;
			this.snapshot = reader.read(whole, now) ?? this.snapshot;
		});
	}

	/** Real time between two pictures while the world runs, so that points change one after another. */
	blendMs(isMoving: boolean): number {
		const nowMs = performance.now();
		const sinceMs = nowMs - this.#toldAtMs;
		this.#toldAtMs = nowMs;
		return isMoving ? Math.min(600, sinceMs) : 0;
	}

	#toldAtMs = 0;
}
