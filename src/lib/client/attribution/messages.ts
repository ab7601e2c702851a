import type { Attribution } from '../../debrief/attribution/attribution.ts';
import type { RoomFacts } from '../../room/facts/room-facts.ts';

/** What a page asks of the worker that takes the play of a room apart, and hears of it. */

export type AttributionRequest =
	/** The room's log, as its facilitator may read it. */
	| { readonly type: 'open'; readonly name: string; readonly text: string }
	/** The decisions of this team are looked at; those of the one before are let go. */
	| { readonly type: 'choose'; readonly team: string }
	| { readonly type: 'set'; readonly on: boolean };

/** What the figures are said with. */
export type AttributionFacts = Pick<RoomFacts, 'startMinute' | 'sectors'>;

export type AttributionMessage =
	/** Teams in which people decided, in their order. */
	| { readonly type: 'opened'; readonly facts: AttributionFacts; readonly teams: readonly string[] }
	/** It is of another version, or its scenario is not at hand; `detail`: broken, in the browser's words. */
	| { readonly type: 'notOpened'; readonly why: 'log' | 'scenario' | 'broken'; readonly detail: string }
	| { readonly type: 'attribution'; readonly team: string; readonly attribution: Attribution };
