import type { LiveRoomView } from './live-room.svelte.ts';

/** The map of a room as a screen draws it. */
export class LiveMap {
	readonly #room: () => LiveRoomView;

	constructor(room: () => LiveRoomView) {
		this.#room = room;
	}

	get facts() {
		return this.#room().series?.mapFacts ?? null;
	}

	get snapshot() {
		return this.#room().series?.picture ?? null;
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
