import type { Person } from '../../room/people/person.ts';
import type { DoorFacts } from '../../room/protocol/protocol.ts';
import type { RoomRefusal } from '../../room/protocol/refusals.ts';
import type { OwnSeat } from './own-seats.ts';

/** Where somebody stands who wants to join a room. Each has words and acts of its own. */
export type JoinState =
	| { readonly kind: 'code'; readonly wrong: WrongCode | null }
	| { readonly kind: 'looking'; readonly code: string }
	| { readonly kind: 'name'; readonly door: DoorFacts }
	/** `refusal`: why the list is shown again. */
	| { readonly kind: 'team'; readonly door: DoorFacts; readonly refusal: RoomRefusal | null }
	| { readonly kind: 'joining'; readonly door: DoorFacts }
	/** In, and shown by another name than was typed: somebody of that name is in the team. */
	| { readonly kind: 'sameName'; readonly door: DoorFacts; readonly person: Person }
	| { readonly kind: 'audience'; readonly door: DoorFacts }
	/** This browser has a seat here already. */
	| { readonly kind: 'already'; readonly door: DoorFacts; readonly seat: OwnSeat }
	| { readonly kind: 'roomFull' | 'locked'; readonly door: DoorFacts }
	| { readonly kind: 'ended'; readonly door: DoorFacts }
	/** This browser had a seat under the code, and there is no such room any more. */
	| { readonly kind: 'gone'; readonly code: string }
	| HandOverState
	/** The page is of another version than the room. */
	| { readonly kind: 'olderPage' | 'newerPage'; readonly code: string }
	/** `tooMany`: until then, by the clock that was handed in. */
	| { readonly kind: 'tooMany'; readonly code: string; readonly waitMs: number }
	| {
			readonly kind: 'signInWindow' | 'noCookies' | 'unreachable' | 'notReady' | 'failed';
			readonly code: string;
	  };

/** A seat comes from another device: its code is asked for; then whether it is moved. */
export type HandOverState =
	| { readonly kind: 'handOver'; readonly door: DoorFacts; readonly wrong: 'codeUsed' | 'codeOld' | null }
	| {
			readonly kind: 'handOverAs';
			readonly door: DoorFacts;
			readonly person: Person;
			readonly teamName: string | null;
			readonly code: string;
	  };

export interface WrongCode {
	readonly typed: string;
	readonly wrongSigns: readonly string[];
}

/** What a door that was found asks first. */
export function stateAtDoor(door: DoorFacts): JoinState {
	if (door.state === 'ended') return { kind: 'ended', door };
	if (door.opens === 'audience') return { kind: 'audience', door };
	return { kind: door.state === 'locked' ? 'locked' : 'name', door };
}
