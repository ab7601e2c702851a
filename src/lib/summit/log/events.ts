import type { Outcome } from '../../scenario/summit.ts';
import type { Pledge } from '../accord/accord.ts';
import type { Edit } from '../accord/edits.ts';
import type { Step } from '../negotiation/chart.ts';
import type { Result } from '../outcome.ts';
import type { Shown, Trust } from '../value/trust.ts';
import type { Reason } from './reasons.ts';

export const ANSWERS = ['for', 'against', 'indifferent'] as const;
export type Answered = (typeof ANSWERS)[number];
export type Vote = 'yes' | 'no';
/** Who holds a chair. */
export type Holder = 'person' | 'bot';

/** Why trust moved at the table. */
export const TRUST_CAUSES = ['empty', 'leaked', 'kept', 'reversed', 'audience'] as const;
export type TrustCause = (typeof TRUST_CAUSES)[number];

/** What an audience can be asked: whether to ratify, which measure to add to the text, and whom it believes. */
export const ASKED = ['ratify', 'measure', 'believe'] as const;
export type Asked = (typeof ASKED)[number];

/** Why an amendment can change nothing any more, as the refusals of a text are named. */
export const OVERTAKEN = ['notInText', 'alreadyInText', 'changesNothing'] as const;
export type Overtaken = (typeof OVERTAKEN)[number];

/** Months after a summit at which its next outages can come. */
export const OUTAGE_MONTHS = [12, 24, 36] as const;
export type OutageMonths = (typeof OUTAGE_MONTHS)[number];

/** Under this name the audience stands in the text where a party would. */
export const AUDIENCE = 'audience';

/** What can happen at a summit; whatever was accepted, in its order. */
export type SummitEvent =
	| {
			readonly type: 'summitOpened';
			readonly chairs: Readonly<Record<string, Holder>>;
			/** The team of each chair that people of a room hold; missing: it is no room of teams. */
			readonly teams?: Readonly<Record<string, string>>;
			/** Rounds of bargaining; null: as many as people like. */
			readonly rounds: number | null;
			readonly shown: readonly Shown[];
			readonly trustAtFirst: Trust;
			readonly trust: Trust;
	  }
	/** A team takes a chair over, or (null) a bot does. */
	| { readonly type: 'chairGiven'; readonly party: string; readonly team: string | null }
	/** How many votes what the audience says counts as from now on. */
	| { readonly type: 'audienceWeighed'; readonly weight: number }
	/** After how many months the next outages come. */
	| { readonly type: 'monthsChosen'; readonly months: OutageMonths }
	/** What the audience said in a vote, shown to everybody. */
	| {
			readonly type: 'audienceHeard';
			readonly ballot: string;
			readonly asked: Asked;
			/** `yes` or `no`, a measure or a party; null: nothing won. */
			readonly choice: string | null;
			readonly weight: number;
	  }
	/** The latest step is taken back, with what bots said since. */
	| { readonly type: 'stepUndone'; readonly of: string }
	| {
			readonly type: 'statementMade';
			readonly party: string;
			readonly interests: readonly Outcome[];
			/** By their places in the party's brief; null: it keeps them to itself. */
			readonly redLine: number | null;
			readonly offer: number | null;
	  }
	| { readonly type: 'stepEntered'; readonly step: Step; readonly round: number }
	| { readonly type: 'paused' }
	| { readonly type: 'resumed' }
	| { readonly type: 'caucusOpened'; readonly members: readonly string[] }
	/** `through`: the amendment that did it; null: its author was free to. */
	| {
			readonly type: 'textChanged';
			readonly by: string;
			readonly edits: readonly Edit[];
			readonly through: string | null;
	  }
	| {
			readonly type: 'amendmentMoved';
			readonly amendment: string;
			readonly by: string;
			readonly edits: readonly Edit[];
			/** Whom it is offered in confidence; null: everybody. */
			readonly to: readonly string[] | null;
	  }
	/** An open amendment ends by itself: as the text has become, it can change nothing any more. */
	| {
			readonly type: 'amendmentOvertaken';
			readonly amendment: string;
			readonly by: string;
			readonly because: Overtaken;
			/** The measure that is gone or there already; null: no single one. */
			readonly measure: string | null;
	  }
	| {
			readonly type: 'answered';
			readonly amendment: string;
			readonly party: string;
			readonly answer: Answered;
			readonly because: Reason | null;
	  }
	/** An offer in confidence that everybody hears of: by agreement, or because somebody told. */
	| { readonly type: 'disclosed'; readonly amendment: string; readonly by: string }
	| ({ readonly type: 'pledged' } & Pledge)
	| {
			readonly type: 'stanceTaken';
			readonly party: string;
			readonly isContent: boolean;
			readonly because: Reason | null;
	  }
	| {
			readonly type: 'leant';
			readonly party: string;
			readonly lean: Vote;
			readonly unless: readonly Edit[] | null;
	  }
	| { readonly type: 'voted'; readonly party: string; readonly vote: Vote }
	| {
			readonly type: 'trustMoved';
			readonly who: string;
			readonly whom: string;
			readonly step: number;
			readonly because: TrustCause;
	  }
	| { readonly type: 'ballotClosed'; readonly result: Result };

export type SummitEventType = SummitEvent['type'];
export type SummitEventOf<Type extends SummitEventType> = Extract<SummitEvent, { type: Type }>;

/** An event as the log keeps it, with the command that it came of. */
export interface LoggedEvent {
	readonly command: string;
	readonly event: SummitEvent;
}
