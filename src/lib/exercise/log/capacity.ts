import type { NewEvent } from './events.ts';
import { LIMITS } from './limits.ts';
import { entry, type RoomState } from '../state.ts';

/** Why a room cannot hold one more event of this kind, with what to do instead; null where it can. */
export function noRoomFor(state: RoomState, event: NewEvent): string | null {
	if (state.version >= LIMITS.logEvents) {
		return `The log is full at ${LIMITS.logEvents} events. Save it and open a new room.`;
	}
	switch (event.type) {
		case 'seatTaken':
			return full(Object.keys(state.seats), LIMITS.seats, 'seats', 'Join as an observer.');
		case 'worldOpened':
			return full(Object.keys(state.worlds), LIMITS.worlds, 'worlds', 'Go on in one of them.');
		case 'noted':
			return full(state.notes, LIMITS.writings, 'notes', 'Go on writing on paper.');
		case 'rated':
			return full(state.ratings, LIMITS.writings, 'ratings', 'Rate in the debrief, on paper.');
		case 'ballotClosed':
			return full(state.ballots, LIMITS.writings, 'votes', 'Vote by show of hands.');
		case 'decisionCommitted':
		case 'settingMade':
			return full(entry(state.worlds, event.world)?.acts ?? [], LIMITS.acts, 'acts', 'Fork the world.');
		case 'injectReleased': {
			const released = entry(state.worlds, event.world)?.released ?? [];
			return full(released, LIMITS.released, 'injects released by hand', 'Tell players in person.');
		}
		default:
			return null;
	}
}

function full(held: readonly unknown[], most: number, what: string, instead: string): string | null {
	return held.length < most ? null : `There is room for ${most} ${what} and they are all there. ${instead}`;
}
