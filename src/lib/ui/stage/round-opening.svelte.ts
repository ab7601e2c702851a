import type { LiveRoomView } from '../../client/network/live-room.svelte.ts';

/** Long enough to be read aloud. */
export const OPENING_MS = 6000;

/**
 * Whether a round has just been opened: for a moment the stage says nothing else. Made in a component, and looks as long
 * as that lives. Who comes to a round that is open already sees no opening of it.
 */
export class RoundOpening {
	isShown = $state(false);
	readonly #room: () => LiveRoomView;
	/** The round that is open, as a key: what else changes in a step opens nothing. Null: nothing is known yet. */
	readonly #open = $derived.by(() => {
		const step = this.#room().part('step');
		return step === null ? null : step.step === 'decide' ? `${step.phase} ${step.round}` : '';
	});

	constructor(room: () => LiveRoomView) {
		this.#room = room;
		let before: string | null = null;
		$effect(() => {
			const now = this.#open;
			const hasOpened = before !== null && now !== null && now !== '';
			before = now;
			this.isShown = hasOpened;
			if (!hasOpened) return;
			const timer = setTimeout(() => (this.isShown = false), OPENING_MS);
			return () => clearTimeout(timer);
		});
	}
}
