import type { Patch } from '../feed/patch.ts';
import type { RequestAnswer } from './refusals.ts';

/** Version of what travels between a page and a server. A page of another version is loaded anew. */
export const PROTOCOL = 3;

/** A server says so often that it is there. */
export const HEARTBEAT_EVERY_MS = 4000;
/** A connection that has been silent for so long is replaced. */
export const SILENT_MS = 20_000;
/** A poll is answered after so long even where nothing has changed. */
export const POLL_MS = 20_000;

/**
 * Why a connection was closed by the server, as the code of a WebSocket's close frame.
 * 4001: the page is of another protocol. 4003: the seat is not valid (any more). 4005: it is on
 * another device now. 4004: there is no such room. 1012: the
 * server restarts. Anything else: the connection broke, and is made again.
 */
export const CLOSED = {
	otherProtocol: 4001,
	seatGone: 4003,
	roomGone: 4004,
	seatMoved: 4005,
	restarting: 1012
} as const;

/** First on every connection. `nowMs`: the room's clock, from which deadlines count. */
export interface Welcome {
	readonly type: 'welcome';
	readonly protocol: number;
	readonly build: string;
	readonly nowMs: number;
}

/** The answer to a request over a message port; over a network it is what the request itself is answered with. */
export interface AnswerMessage {
	readonly type: 'answer';
	/** Of the request. */
	readonly id: string;
	readonly answer: RequestAnswer;
}

/**
 * Parts of what the person is shown that have changed. `all`: everything known before is to be forgotten. `cursor`: to be
 * sent as `since` when connecting again.
 */
export interface ChangesMessage {
	readonly type: 'changes';
	readonly cursor: string;
	readonly all: boolean;
	/** Parts as they are now; null: there is none. */
	readonly parts: Readonly<Record<string, unknown>>;
	/** What has changed in others. To those alone who have heard everything before. */
	readonly patches?: Readonly<Record<string, Patch>> | undefined;
}

/** What a server pushes, and what a poll is answered with. */
export type ServerMessage = Welcome | ChangesMessage | { readonly type: 'beat' };

/** What is known of a room by its code alone, before anybody has a seat in it. */
export interface DoorFacts {
	readonly code: string;
	readonly protocol: number;
	/** What its code is for. */
	readonly opens: 'players' | 'audience';
	/** `locked`: nobody new comes in by this code. */
	readonly state: 'open' | 'locked' | 'ended';
	/** Whether one can watch without a part in it. */
	readonly canWatch: boolean;
	/** When it ended, in ms since 1970; null: it has not. */
	readonly endedAtMs: number | null;
	/** Days for which it can be read after its end. */
	readonly keptDays: number;
	readonly scenarioTitle: Readonly<Record<string, string>> & { readonly en: string };
	/** Minute of the exercise that it has reached, and the minute it starts from; null: it has not begun. */
	readonly minute: number | null;
	readonly startMinute: number;
	readonly teams: readonly {
		readonly id: string;
		readonly name: string;
		readonly roles: readonly (Readonly<Record<string, string>> & { readonly en: string })[];
		readonly seatsTaken: number;
		readonly seatsMost: number;
	}[];
}
