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
export type TrustCause = 'empty' | 'leaked' | 'kept' | 'reversed';

/** What can happen at a summit; whatever was accepted, in its order. */
export type SummitEvent =
	| {
			readonly type: 'summitOpened';
			readonly chairs: Readonly<Record<string, Holder>>;
			/** Rounds of bargaining; null: as many as people like. */
			readonly rounds: number | null;
			readonly shown: readonly Shown[];
			readonly trustAtFirst: Trust;
			readonly trust: Trust;
	  }
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
