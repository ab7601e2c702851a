import type { NewEvent } from './events.ts';
import { LIMITS } from './limits.ts';
import { entry, type RoomState } from '../state.ts';

/** What a room holds no more of, and how many of it there may be. */
export interface Capacity {
	readonly of: 'events' | 'seats' | 'worlds' | 'notes' | 'ratings' | 'votes' | 'acts' | 'injects' | 'plans';
	readonly most: number;
}

/** What a room is full of so that it cannot hold one more event of this kind, or null. */
export function fullOf(state: RoomState, event: NewEvent): Capacity | null {
	if (state.version >= LIMITS.logEvents) return { of: 'events', most: LIMITS.logEvents };
	switch (event.type) {
		case 'seatTaken':
			return full(Object.keys(state.seats), LIMITS.seats, 'seats');
		case 'worldOpened':
			return full(Object.keys(state.worlds), LIMITS.worlds, 'worlds');
		case 'noted':
			return full(state.notes, LIMITS.writings, 'notes');
		case 'rated':
			return full(state.ratings, LIMITS.writings, 'ratings');
		case 'ballotClosed':
			return full(state.ballots, LIMITS.writings, 'votes');
		case 'decisionCommitted':
		case 'decisionAsked':
		case 'settingMade':
			return full(entry(state.worlds, event.world)?.acts ?? [], LIMITS.acts, 'acts');
		case 'injectPlanned':
			return entry(state.plan, event.inject) === undefined
				? full(Object.keys(state.plan), LIMITS.planned, 'plans')
				: null;
		case 'injectReleased':
			return full(entry(state.worlds, event.world)?.released ?? [], LIMITS.released, 'injects');
		default:
			return null;
	}
}

function full(held: readonly unknown[], most: number, of: Capacity['of']): Capacity | null {
	return held.length < most ? null : { of, most };
}
