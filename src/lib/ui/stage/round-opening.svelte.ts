import type { LiveRoomView } from '../../client/network/live-room.svelte.ts';

/** Long enough to be read aloud. */
export const OPENING_MS = 6000;

/**
 * Whether a round has just been opened: for a moment the stage says nothing else. Made in a component, and looks as long
 * as that lives. Who comes to a round that is open already sees no opening of it.
 */
export class RoundOpening {
	isShown = $state(false);

	constructor(room: () => LiveRoomView) {
		let before: string | null = null;
		$effect(() => {
			const step = room().part('step');
			const now = step?.step === 'decide' ? `${step.round}` : '';
			const hasOpened = before !== null && now !== '' && now !== before;
			before = now;
			this.isShown = hasOpened;
			if (!hasOpened) return;
			const timer = setTimeout(() => (this.isShown = false), OPENING_MS);
			return () => clearTimeout(timer);
		});
	}
}
