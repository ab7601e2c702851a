import type { Setback } from '../../client/network/live-room.svelte.ts';
import { roomRefusalText } from '../../text/room-refusal-text.ts';
import { wordsFor } from '../../text/words.ts';

/** Why something did not happen that a room was asked for. */
export function setbackText(setback: Setback): string {
	const words = wordsFor().live;
	if (setback.code === 'notSent') return words.lost.notSent;
	return setback.code === 'onlyLooks' ? words.onlyLooks : roomRefusalText(setback);
}
