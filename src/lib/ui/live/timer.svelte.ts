import type { LiveRoomView } from '../../client/network/live-room.svelte.ts';
import type { TimerPart } from '../../room/live/parts.ts';

const LOOK_EVERY_MS = 250;

/** The time that people are given, as it runs: whole seconds left. Made in a component: it looks as long as that lives. */
export class TimerWatch {
	readonly #part: () => TimerPart | null;
	#nowMs = $state(0);

	/** @param part the time that is watched; where it is not said, that of all */
	constructor(room: () => LiveRoomView, part: () => TimerPart | null = () => room().part('timer')) {
		this.#part = part;
		$effect(() => {
			this.#nowMs = room().serverNowMs();
			if ((part()?.endsAtMs ?? null) === null) return;
			const timer = setInterval(() => (this.#nowMs = room().serverNowMs()), LOOK_EVERY_MS);
			return () => clearInterval(timer);
		});
	}

	/** Null: nobody is held to a time. */
	get leftS(): number | null {
		const timer = this.#part();
		if (timer === null) return null;
		const leftMs = timer.endsAtMs === null ? timer.leftMs : timer.endsAtMs - this.#nowMs;
		return Math.max(0, Math.ceil(leftMs / 1000));
	}

	get runs(): boolean {
		return (this.#part()?.endsAtMs ?? null) !== null;
	}
}
