import type { RoomEvent } from '../../exercise/log/events.ts';
import type { Policy } from '../../exercise/bots/policy.ts';
import type { ExerciseScenario } from '../../exercise/scenario/scenario.ts';
import type { RoomState } from '../../exercise/state.ts';
import type { Engine } from '../../exercise/world/engine.ts';
import type { Clock } from '../clock.ts';
import type { RunShocks, WatchShocks } from '../../outages/evaluate/evaluating.ts';
import type { Order } from '../../sim/model.ts';
import type { RunMany } from '../debriefing.ts';
import type { Told } from '../feed/told-feed.ts';
import type { FeedKey, MapFeedKey } from '../feed/audience-key.ts';
import type { Person } from '../people/person.ts';
import type { RoomSetup } from '../people/setup.ts';
import type { DoorFacts } from '../protocol/protocol.ts';
import type { PersonRequest } from '../protocol/requests.ts';
import type { RequestAnswer, RoomRefusal } from '../protocol/refusals.ts';
import type { LogStore } from '../store/log-store.ts';
import type { Pack } from '../scenario-library.ts';
import type { RoomReplay } from './hot-wash/looking-back.ts';

/** What a list of rooms shows of one. */
export interface RoomSummary {
	readonly code: string;
	readonly audienceCode: string;
	readonly setup: RoomSetup;
	/** Dates in ms since 1970. */
	readonly openedAtMs: number;
	readonly changedAtMs: number;
	readonly endedAtMs: number | null;
	/** When the exercise left its lobby. Summaries of before have none. */
	readonly beganAtMs?: number | null;
	/** Bots sit in every seat; it is thrown away. */
	readonly isRehearsal?: boolean;
}

export interface LiveRoomParts {
	readonly pack: Pack;
	readonly id: string;
	readonly summary: RoomSummary;
	/** The log so far; empty: a new room. */
	readonly events: readonly RoomEvent[];
	readonly store: LogStore<RoomSummary>;
	/** The only writer of the room's log: this process. */
	readonly writer: string;
	/** One of several processes runs the room. `runsOn`: another one has until now, so that its clock goes on. */
	readonly shared?: { readonly runsOn: boolean };
	readonly clock: Clock;
	readonly dateMs: () => number;
	readonly engineOf: (pack: Pack, seed: string) => Engine;
	readonly policiesOf: (scenario: ExerciseScenario, seats: RoomState['seats']) => readonly Policy[];
	readonly runMany: RunMany;
	readonly runShocks: RunShocks;
	readonly watchShocks: WatchShocks;
	/** Accepted values of a scenario's model parameters, as orders for the start. */
	readonly ensembleOf: (pack: Pack) => readonly (readonly Order[])[];
	/** Parts of what an audience is shown have changed. */
	readonly publish: (feed: FeedKey, told: Told) => void;
	/** The person follows other feeds from now on, or (null) none any more: their seat is gone. */
	readonly moved: (person: string, feeds: readonly FeedKey[] | null) => void;
	readonly failed: (error: unknown) => void;
}

/** Somebody who comes in. `takesChair`: a facilitator who is the host from now on. */
export type Joining = Pick<Person, 'id' | 'kind' | 'name' | 'team'> & { readonly takesChair?: boolean };

/** What a room says at its door. */
export type LiveDoor = Omit<DoorFacts, 'code' | 'opens' | 'protocol' | 'state' | 'canWatch' | 'keptDays'> & {
	readonly hasEnded: boolean;
	readonly locked: { readonly players: boolean; readonly audience: boolean };
};

export type JoinAnswer =
	| { readonly kind: 'joined'; readonly person: Person; readonly feeds: readonly FeedKey[] }
	| { readonly kind: 'refused'; readonly refusal: RoomRefusal };

/** A room of people, as a server holds it. Nothing here rejects: what cannot be kept is answered or told by `failed`. */
export interface LiveRoomActs {
	/** Takes somebody in. The id is new and made by the caller. */
	join(person: Joining): Promise<JoinAnswer>;
	request(person: string, request: PersonRequest): Promise<RequestAnswer>;
	/** Whether a page of theirs is connected. */
	presence(person: string, isHere: boolean): void;
	/** A page shows the map of an audience, or still does: it is drawn from now on, for as long as `MAP_DRAWN_MS`. */
	drawMap(map: MapFeedKey): void;
	people(): readonly Person[];
	/** The facilitator in the host's chair; null: nobody sits in it. */
	host(): string | null;
	door(): LiveDoor;
	/** From which a page of theirs replays the exercise; null: they may not, or not yet. */
	replay(person: string): RoomReplay | null;
	/** Stops everything; resolves when nothing is being kept any more. */
	close(): Promise<void>;
}
