import type { LiveRoomView } from '../../client/network/live-room.svelte.ts';
import type { MapFacts } from '../../room/map/map-facts.ts';
import { MapReader } from '../../room/map/map-reader.ts';
import type { MapSnapshot } from '../../sim/observe/map/map-snapshot.ts';

/** The map as a room tells it, picture by picture. Made in a component: it follows as long as that lives. */
export class MapFeed {
	facts = $state.raw<MapFacts | null>(null);
	snapshot = $state.raw<MapSnapshot | null>(null);

	constructor(room: () => LiveRoomView) {
		const reader = new MapReader();
		$effect(() => {
			const told = room().part('mapFacts');
			this.facts = told === null ? null : reader.begin(told);
		});
		$effect(() => {
			const [whole, now] = [room().part('mapWhole'), room().part('map')];
			const snapshot = whole === null || now === null ? null : reader.read(whole, now);
			// The two belong together again with what comes next.
			if (snapshot !== null) this.snapshot = snapshot;
		});
	}
}
