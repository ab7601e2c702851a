import type { BotProfile, Mark } from '../../../exercise/log/events.ts';
import type { Phase } from '../../../exercise/phases/phases.ts';
import type { Channel, Localized } from '../../../scenario/scenario.ts';
import type { SummitEvent, Vote } from '../../../summit/log/events.ts';
import type { Result } from '../../../summit/outcome.ts';

/** Something that happened in an exercise, as facts: the words are the screen's. */
export interface ReplayEntry {
	/** Below 0: before the world started. */
	readonly atMin: number;
	/** Of the lane that it stands on. */
	readonly lane: string;
	/** The world that it happened in; null: all of them. */
	readonly world: string | null;
	readonly what: ReplayFact;
}

export type ReplayFact =
	| { readonly kind: 'phase'; readonly phase: Phase }
	| { readonly kind: 'round'; readonly round: number }
	| { readonly kind: 'paused' }
	| { readonly kind: 'resumed' }
	| {
			readonly kind: 'inject';
			readonly channel: Channel;
			readonly from: string;
			readonly title: Localized;
			readonly body: Localized;
			/** Names of the roles that it went to; null: everybody. */
			readonly to: readonly Localized[] | null;
	  }
	| ({ readonly kind: 'decision' } & DecisionFact)
	/** The same decision with another reason. */
	| ({ readonly kind: 'amended' } & DecisionFact)
	| { readonly kind: 'withdrawn'; readonly title: Localized }
	| { readonly kind: 'setting'; readonly parameter: string; readonly value: number }
	/** From here on a bot acts for the people of a role; null: they do again. */
	| { readonly kind: 'standIn'; readonly role: Localized; readonly bot: BotProfile | null }
	| {
			readonly kind: 'ballot';
			readonly question: string;
			/** Options with their votes; votes null: too few have voted for them to be told. */
			readonly tally: readonly { readonly option: string; readonly votes: number | null }[];
			readonly team: string | null;
	  }
	| {
			readonly kind: 'rating';
			readonly subject: Localized;
			readonly mark: Mark;
			readonly observation: string | null;
			readonly team: string | null;
	  }
	| { readonly kind: 'note'; readonly by: 'facilitator' | 'evaluator' | 'seat'; readonly text: string }
	/** Said at the summit, by whoever its event names. */
	| { readonly kind: 'summit'; readonly event: SummitEvent }
	/** How many would have said yes and no to the text as it stood. */
	| { readonly kind: 'poll'; readonly round: number; readonly yes: number; readonly no: number }
	/** What the summit came to; `votes`: by party. */
	| {
			readonly kind: 'ratification';
			readonly result: Result;
			readonly votes: Readonly<Record<string, Vote>>;
	  }
	/** What was done on the day. */
	| { readonly kind: 'record'; readonly role: Localized | null; readonly does: Localized };

export interface DecisionFact {
	readonly seat: string;
	readonly decision: string;
	readonly title: Localized;
	readonly role: Localized;
	/** Whether a bot took it, in a seat of its own or in people's. */
	readonly isBots: boolean;
	readonly rationale: string | null;
	readonly confidencePct: number | null;
}

/** A row of the time line: what belongs together. */
export type ReplayLane = { readonly id: string } & (
	| { readonly kind: 'exercise' | 'injects' | 'summit' | 'assessment' | 'record' }
	| { readonly kind: 'role'; readonly name: Localized; readonly isPeoples: boolean }
	/** A team in a world of its own; `isBots`: bots alone sit in it. */
	| { readonly kind: 'team'; readonly team: string; readonly isBots: boolean }
);
