import type { LiveRoomView } from '../../client/network/live-room.svelte.ts';

const key = ({ seat }: LiveRoomView) => `patchfall.seen.${seat.code}.${seat.person}`;

/**
 * Whether somebody is to be told what they have missed: once, where the exercise was under way when this seat saw it for
 * the first time. Kept on the device, so that a page that is loaded again says nothing.
 */
export class Missed {
	isShown = $state(false);
	readonly #live: LiveRoomView;

	constructor(live: LiveRoomView) {
		this.#live = live;
	}

	/** The page stands at a phase of the exercise. */
	at(phase: string): void {
		const isUnderWay = ['preparation', 'incident', 'recovery'].includes(phase);
		try {
			if (localStorage.getItem(key(this.#live)) !== null) return;
			localStorage.setItem(key(this.#live), 'yes');
		} catch {
			// Without storage nobody knows whether it was shown: it stays behind its button.
			return;
		}
		this.isShown = isUnderWay;
	}
}
