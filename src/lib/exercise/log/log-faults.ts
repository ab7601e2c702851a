import type { SettingFault } from '../../sim/setting-fault.ts';
import type { Shortfall } from '../availability/standing.ts';
import type { Capacity } from './capacity.ts';
import type { EventType, Part } from './events.ts';
import type { FieldFault } from './field-fault.ts';
import type { JsonFaults } from './json-scan.ts';

type Nothing = Readonly<Record<string, never>>;
type Unknown = { readonly id: string; readonly known: readonly string[] };

/** Everything that can be wrong with a log, by code, with what there is to say of it. */
export interface LogFaults extends JsonFaults {
	tooLarge: { readonly characters: number; readonly most: number };
	notALog: Nothing;
	/** It is of a format that there has never been. */
	unknownVersion: { readonly version: string; readonly upTo: number };
	/** A newer program saved it. */
	newerVersion: { readonly version: number; readonly upTo: number };
	/** A value is not as it should be; null: the whole of it. */
	badValue: { readonly field: string | null; readonly fault: FieldFault };
	notAnEvent: Nothing;
	unknownEvent: Unknown;
	/** The log starts with another event than the one that creates the exercise. */
	badBeginning: { readonly type: EventType };
	createdTwice: Nothing;
	unknownCut: Unknown;
	seatTwice: { readonly seat: string };
	unknownRole: Unknown;
	movesWhilePaused: Nothing;
	doesNotFollow: { readonly place: string; readonly after: string };
	/** Rounds are numbered from 1 as they open; null: none opens here. */
	wrongRound: { readonly round: number | null; readonly expected: number | null };
	pausedTwice: Nothing;
	notPaused: Nothing;
	worldTwice: { readonly world: string };
	noWorldToFork: { readonly world: string };
	forkAhead: { readonly of: string; readonly reachedMin: number; readonly atMin: number };
	noWorld: { readonly world: string };
	timeBack: { readonly fromMin: number; readonly toMin: number };
	pastHorizon: { readonly minute: number; readonly horizonMin: number };
	/** What is done in a world is dated the minute that it has reached. */
	wrongMinute: { readonly world: string; readonly atMin: number; readonly minute: number };
	noSeat: { readonly seat: string };
	decisionTwice: { readonly decision: string };
	unknownDecision: { readonly decision: string };
	notAffordable: { readonly decision: string; readonly role: string; readonly short: Shortfall };
	notTaken: { readonly decision: string };
	injectTwice: { readonly inject: string };
	/** Only the latest step, and only as long as nobody has acted. */
	notUndoable: Nothing;
	wrongRevision: { readonly revision: number; readonly expected: number };
	/** An inject of the scenario is never thrown away, and one written in the room has a text and a time of its own. */
	badPlan: { readonly inject: string };
	/** What is wrong with the lever, in English. */
	unsoundSetting: { readonly fault: SettingFault };
	ballotTwice: { readonly ballot: string };
	ballotNotCounted: { readonly ballot: string };
	/** A bot plays there from the beginning. */
	botsSeat: { readonly seat: string };
	ballotRevealedTwice: { readonly ballot: string };
	revealedTwice: { readonly part: Part };
	/** The scenario has no summit. */
	noSummit: Nothing;
	/** By the rules of the summit this cannot follow; `because`: a code of theirs. */
	notNegotiated: { readonly type: string; readonly because: string };
	roomFull: Capacity;
}

export type LogFaultCode = keyof LogFaults;

/** What is wrong, wherever it is. */
export type LogFaultCause = {
	[Code in LogFaultCode]: { readonly code: Code; readonly params: LogFaults[Code] };
}[LogFaultCode];

/** Where in a file. */
export interface LogPlace {
	readonly file: string;
	/** Such as `events[3].toMin`; empty for the file as a whole. */
	readonly path: string;
	readonly line: number;
	readonly column: number;
}

/** One thing wrong with a log: where, and what. The words are made where the reader's language is known. */
export type LogFault = LogPlace & LogFaultCause;

/** Why a log can be looked at, with the results stored in it, but not played on. */
export type ReadOnlyReason =
	| { readonly code: 'otherPhysics'; readonly playedWith: string; readonly now: string }
	| { readonly code: 'scenarioChanged'; readonly scenarioId: string };
