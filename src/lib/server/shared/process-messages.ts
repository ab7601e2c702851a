import type { FeedKey } from '../../room/feed/audience-key.ts';
import type { Changes } from '../../room/feed/feed.ts';
import type { LogFacts } from '../log.ts';
import type { News } from '../rooms/room-threads.ts';
import type { Calls, CallType, RestoreAnswer } from '../rooms/thread-messages.ts';

/** What processes that serve the same rooms say to each other. All ends are ours: nothing is checked again. */

/** Everything that a room is shown to its audiences, and who is in it. */
export interface Snapshot {
	readonly people: Extract<RestoreAnswer, { kind: 'opened' }>['people'];
	readonly feeds: readonly (readonly [FeedKey, Changes])[];
	/** By which its holder runs it. */
	readonly fence: number;
	/** Tells the news that follow from those after another snapshot. */
	readonly epoch: string;
	/** By the clock of its holder, by which deadlines are told. */
	readonly nowMs: number;
}

/** What the holder of a room is asked for somebody at another process. */
export type RemoteCall = Extract<
	CallType,
	'join' | 'request' | 'drawMap' | 'people' | 'host' | 'door' | 'replay'
>;

export type ProcessMessage =
	| {
			readonly type: 'ask';
			/** The same when it is sent again. */
			readonly id: string;
			readonly from: string;
			readonly room: string;
			readonly call: RemoteCall;
			readonly ask: Calls[RemoteCall]['ask'];
	  }
	/** Tells the asking process from now on what is new in a room. */
	| { readonly type: 'follow'; readonly id: string; readonly from: string; readonly room: string }
	| {
			readonly type: 'snapshot';
			readonly id: string;
			readonly from: string;
			readonly room: string;
			readonly answer: Snapshot;
	  }
	| { readonly type: 'unfollow'; readonly from: string; readonly room: string }
	| { readonly type: 'answer'; readonly id: string; readonly answer: unknown }
	| { readonly type: 'broke'; readonly id: string; readonly facts: LogFacts }
	/** The room does not run here. */
	| { readonly type: 'notHere'; readonly id: string }
	/** `n` counts up from the snapshot of its epoch, so that what was lost is noticed. */
	| {
			readonly type: 'news';
			readonly room: string;
			readonly epoch: string;
			readonly n: number;
			readonly news: News;
	  }
	| {
			readonly type: 'presence';
			readonly from: string;
			readonly room: string;
			readonly person: string;
			readonly isHere: boolean;
	  }
	/** `hash`: of the token that opens the seat now, in hex. */
	| {
			readonly type: 'seatMoved';
			readonly room: string;
			readonly person: string;
			readonly hash: string;
	  };
