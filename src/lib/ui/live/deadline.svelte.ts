import type { LiveRoomView } from '../../client/network/live-room.svelte.ts';

const LOOK_EVERY_MS = 250;

/** Whole seconds until a moment of the server's clock. Made in a component: it looks as long as that lives. */
export class DeadlineWatch {
	readonly #endsAtMs: () => number | null;
	#nowMs = $state(0);

	/** @param endsAtMs null: there is no deadline */
	constructor(room: () => Pick<LiveRoomView, 'serverNowMs'>, endsAtMs: () => number | null) {
		this.#endsAtMs = endsAtMs;
		$effect(() => {
			this.#nowMs = room().serverNowMs();
			if (endsAtMs() === null) return;
			const timer = setInterval(() => (this.#nowMs = room().serverNowMs()), LOOK_EVERY_MS);
			return () => clearInterval(timer);
		});
	}

	/** Null: there is no deadline. */
	get leftS(): number | null {
		const endsAtMs = this.#endsAtMs();
		return endsAtMs === null ? null : Math.max(0, Math.ceil((endsAtMs - this.#nowMs) / 1000));
	}
}
