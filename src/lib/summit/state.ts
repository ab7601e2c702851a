import type { Outcome } from '../scenario/summit.ts';
import { EMPTY_ACCORD, type Accord } from './accord/accord.ts';
import type { Edit } from './accord/edits.ts';
import type { Answered, Holder, OutageMonths, SummitEventOf, TrustCause, Vote } from './log/events.ts';
import type { Reason } from './log/reasons.ts';
import { firstPosition, type SummitPosition } from './negotiation/chart.ts';
import type { Result } from './outcome.ts';
import type { Shown, Trust } from './value/trust.ts';

/** What the log of a summit adds up to: plain data that survives JSON. */
export interface SummitState {
	/** Number of events so far. */
	readonly version: number;
	/** Empty before it is opened. */
	readonly chairs: Readonly<Record<string, Holder>>;
	/** The team that holds each chair of people in a room. */
	readonly teams: Readonly<Record<string, string>>;
	/** How many votes what the audience says counts as. */
	readonly audienceWeight: number;
	/** After how many months the next outages come. */
	readonly months: OutageMonths;
	/** What the audience said, oldest first. */
	readonly heard: readonly Heard[];
	/** The step that was taken last, as long as it may be undone; null: it may not. */
	readonly taken: TakenStep | null;
	readonly rounds: number | null;
	readonly position: SummitPosition;
	/** Of bargaining, from 1; 0 before. */
	readonly round: number;
	readonly caucus: readonly string[];
	readonly shown: readonly Shown[];
	readonly trustAtFirst: Trust;
	/** As the incident left it. */
	readonly trustBrought: Trust;
	readonly trust: Trust;
	readonly trustMoves: readonly TrustMove[];
	readonly text: Accord;
	/** How the text came to be, oldest first. */
	readonly changes: readonly Change[];
	readonly statements: Readonly<Record<string, Statement>>;
	/** What each says in public of the text, latest. */
	readonly stances: Readonly<Record<string, Stance>>;
	readonly amendments: readonly Amendment[];
	readonly polls: readonly Poll[];
	readonly votes: Readonly<Record<string, Vote>>;
	readonly result: Result | null;
	/** Commands that were accepted, oldest first, with the version that each led to. */
	readonly accepted: readonly { readonly id: string; readonly version: number }[];
}

export interface Heard extends Omit<SummitEventOf<'audienceHeard'>, 'type'> {
	/** How many changes the text had seen. */
	readonly atChange: number;
}

export interface TakenStep {
	/** The command that took it. */
	readonly command: string;
	readonly before: SummitState;
}

export interface Statement {
	readonly interests: readonly Outcome[];
	readonly redLine: number | null;
	readonly offer: number | null;
}

export interface Change {
	readonly by: string;
	readonly edits: readonly Edit[];
	readonly through: string | null;
	readonly round: number;
	/** The text that it led to. */
	readonly text: Accord;
}

export interface Stance {
	readonly isContent: boolean;
	readonly because: Reason | null;
	/** How many changes the text had seen. */
	readonly atChange: number;
}

export interface Answer {
	readonly party: string;
	readonly answer: Answered;
	readonly because: Reason | null;
}

export interface Amendment {
	readonly amendment: string;
	readonly by: string;
	readonly edits: readonly Edit[];
	/** Whom it is offered in confidence; null: everybody knows of it. */
	readonly to: readonly string[] | null;
	readonly round: number;
	readonly answers: readonly Answer[];
	readonly state: 'open' | 'adopted' | 'lapsed';
}

export interface Poll {
	readonly round: number;
	readonly atChange: number;
	readonly leans: Readonly<Record<string, { readonly lean: Vote; readonly unless: readonly Edit[] | null }>>;
}

export type TrustMove = Omit<SummitEventOf<'trustMoved'>, 'type'> & { readonly because: TrustCause };

/** Votes that an audience has beside the chairs, unless the facilitator says otherwise. */
export const AUDIENCE_WEIGHT = 3;

/** When the next outages come, unless somebody says otherwise. */
export const MONTHS_AT_FIRST: OutageMonths = 36;

/** A summit before its first event. */
export const EMPTY_SUMMIT: SummitState = {
	version: 0,
	chairs: {},
	teams: {},
	audienceWeight: AUDIENCE_WEIGHT,
	months: MONTHS_AT_FIRST,
	heard: [],
	taken: null,
	rounds: null,
	position: firstPosition(),
	round: 0,
	caucus: [],
	shown: [],
	trustAtFirst: {},
	trustBrought: {},
	trust: {},
	trustMoves: [],
	text: EMPTY_ACCORD,
	changes: [],
	statements: {},
	stances: {},
	amendments: [],
	polls: [],
	votes: {},
	result: null,
	accepted: []
};

export function isOpened({ chairs }: Pick<SummitState, 'chairs'>): boolean {
	return Object.keys(chairs).length > 0;
}

export function amendmentOf(
	{ amendments }: Pick<SummitState, 'amendments'>,
	id: string
): Amendment | undefined {
	return amendments.find(({ amendment }) => amendment === id);
}
