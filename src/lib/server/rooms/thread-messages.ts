import type { FeedKey, MapFeedKey } from '../../room/feed/audience-key.ts';
import type { Told } from '../../room/feed/told-feed.ts';
import type { JoinAnswer, Joining, LiveRoomActs, RoomSummary } from '../../room/live/live-room-contract.ts';
import type { RoomReplay } from '../../room/live/hot-wash/looking-back.ts';
import type { Person } from '../../room/people/person.ts';
import type { PersonRequest } from '../../room/protocol/requests.ts';
import type { RequestAnswer } from '../../room/protocol/refusals.ts';
import type { PlayableScenario } from '../../room/facts/playable.ts';
import type { Fault } from '../../scenario/parse.ts';
import type { LogFacts } from '../log.ts';
import type { Measured } from '../metrics/measures.ts';
import type { StoreAddress } from '../stores/rooms-store.ts';
import type { ScenarioFile } from './own-scenario.ts';
import type { SetupFault } from './setup-fault.ts';

/** What the main thread and a thread of rooms say to each other. Both ends are ours: nothing is checked again. */

export type Door = ReturnType<LiveRoomActs['door']>;
export type OpenAnswer =
	{ readonly kind: 'opened' } | { readonly kind: 'refused'; readonly fault: SetupFault };
export type ScenarioReading =
	| { readonly ok: true; readonly scenario: PlayableScenario }
	/** What is wrong with it, where, and what to do. */
	| { readonly ok: false; readonly faults: readonly Fault[] };
export type RestoreAnswer =
	| {
			readonly kind: 'opened';
			readonly people: readonly Person[];
			/** What the clock of another machine, by which deadlines are told, is ahead of this one's. */
			readonly aheadMs?: number;
	  }
	/** Nothing is kept of it, or its scenario is not there any more. */
	| { readonly kind: 'gone' | 'unknownScenario' };

/** That one of several processes runs a room, until another takes it over. */
export interface Tenure {
	/** Nothing of the room can be written by any other. */
	readonly fence: string;
	/** Another process has run it until now: its clock goes on. */
	readonly runsOn: boolean;
}

/** Everything that a thread is asked, and what it answers. */
export interface Calls {
	open: {
		readonly ask: { readonly summary: RoomSummary; readonly file: ScenarioFile | null } & Held;
		readonly answer: OpenAnswer;
	};
	/** Reads a scenario of somebody's own. */
	readScenario: { readonly ask: { readonly file: ScenarioFile }; readonly answer: ScenarioReading };
	restore: { readonly ask: Held; readonly answer: RestoreAnswer };
	join: { readonly ask: Joining; readonly answer: JoinAnswer };
	request: {
		readonly ask: { readonly person: string; readonly request: PersonRequest };
		readonly answer: RequestAnswer;
	};
	/** Pages show the map of an audience: it is to be drawn for a while. */
	drawMap: { readonly ask: { readonly map: MapFeedKey }; readonly answer: null };
	people: { readonly ask: Nothing; readonly answer: readonly Person[] };
	host: { readonly ask: Nothing; readonly answer: string | null };
	door: { readonly ask: Nothing; readonly answer: Door };
	replay: { readonly ask: { readonly person: string }; readonly answer: RoomReplay | null };
	/** Stops a room; what is kept of it stays. */
	close: { readonly ask: Nothing; readonly answer: null };
	/** Stops all rooms of the thread. */
	closeAll: { readonly ask: Nothing; readonly answer: null };
}
type Nothing = Readonly<Record<string, never>>;
/** Missing: rooms are of this process alone. */
type Held = { readonly tenure?: Tenure };
export type CallType = keyof Calls;

export type ToThread =
	| {
			[Type in CallType]: {
				readonly type: Type;
				readonly id: number;
				readonly room: string;
				readonly ask: Calls[Type]['ask'];
			};
	  }[CallType]
	/** Is it still there? */
	| { readonly type: 'ping' }
	| { readonly type: 'presence'; readonly room: string; readonly person: string; readonly isHere: boolean };

export type FromThread =
	| { readonly type: 'answer'; readonly id: number; readonly answer: unknown }
	| { readonly type: 'pong'; readonly measured: Measured | null }
	/** It could not be answered. */
	| { readonly type: 'broke'; readonly id: number; readonly facts: LogFacts }
	| { readonly type: 'publish'; readonly room: string; readonly feed: FeedKey; readonly told: Told }
	| {
			readonly type: 'moved';
			readonly room: string;
			readonly person: string;
			readonly feeds: readonly FeedKey[] | null;
	  }
	/** Something went wrong in a room that nobody asked for. */
	| { readonly type: 'failed'; readonly room: string; readonly facts: LogFacts };

/** What a thread is started with. */
export interface ThreadSetup {
	readonly store: StoreAddress;
	/** Address of the module that opens rooms: `open(parts)`. */
	readonly liveRoom: string;
}
