import type { LiveRoomView } from '../../client/network/live-room.svelte.ts';

const LOOK_EVERY_MS = 250;

/** The time that people are given, as it runs: whole seconds left. Made in a component: it looks as long as that lives. */
export class TimerWatch {
	readonly #room: () => LiveRoomView;
	#nowMs = $state(0);

	constructor(room: () => LiveRoomView) {
		this.#room = room;
		$effect(() => {
			this.#nowMs = room().serverNowMs();
			if ((room().part('timer')?.endsAtMs ?? null) === null) return;
			const timer = setInterval(() => (this.#nowMs = room().serverNowMs()), LOOK_EVERY_MS);
			return () => clearInterval(timer);
		});
	}

	/** Null: nobody is held to a time. */
	get leftS(): number | null {
		const timer = this.#room().part('timer');
		if (timer === null) return null;
		const leftMs = timer.endsAtMs === null ? timer.leftMs : timer.endsAtMs - this.#nowMs;
		return Math.max(0, Math.ceil(leftMs / 1000));
	}

	get runs(): boolean {
		return (this.#room().part('timer')?.endsAtMs ?? null) !== null;
	}
}
