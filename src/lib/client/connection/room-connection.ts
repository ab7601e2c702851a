import type { RequestAnswer } from '../../room/protocol/refusals.ts';

/** `notSent`: no answer came in time. It may have arrived all the same: what the room shows is what holds. */
export type SendAnswer = RequestAnswer | { readonly kind: 'notSent' };

/** How every connection can stand; each has more of its own. */
export type CommonStatus =
	| { readonly kind: 'connecting' }
	| { readonly kind: 'live' }
	/** Nothing comes through since then, by the clock that was handed in. */
	| { readonly kind: 'lost'; readonly sinceMs: number };

export interface StatusChange<Status> {
	readonly type: 'status';
	readonly status: Status;
}

/**
 * A page's end of a room, wherever that is: on a server, or in a worker beside the page. Requests go in and each is
 * answered, messages come out. Screens know nothing else of a room.
 */
export interface RoomConnection<Body, Message, Status extends { readonly kind: string } = CommonStatus> {
	readonly status: Status;
	/** @param id of what may have been sent before: the room does it once */
	send(body: Body, id?: string): Promise<SendAnswer>;
	/** Returns how to stop hearing. */
	hear(listener: (heard: Message | StatusChange<Status>) => void): () => void;
	/** Somebody wants it to be tried again now. */
	connectAgain(): void;
	close(): void;
}
