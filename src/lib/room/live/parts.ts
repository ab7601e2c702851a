import type { Feedback } from '../../debrief/feedback/feedback.ts';
import type { ComparedShock } from '../../outages/evaluate/compared-shock.ts';
import type { Evaluation } from '../../outages/evaluate/evaluation.ts';
import type { HotWash, Compared, Finding } from '../../debrief/hot-wash/hot-wash.ts';
import type { ComparisonPart } from './worlds/comparison.ts';
import type { Phase, RoundStep } from '../../exercise/phases/phases.ts';
import type { Projection, WorldView } from '../../exercise/project/project.ts';
import type { ExerciseInject } from '../../exercise/scenario/scenario.ts';
import type { Localized, Question } from '../../scenario/scenario.ts';
import type { BudgetBalance, RoomFacts } from '../facts/room-facts.ts';
import type { SentFrame } from '../feed/sent-frame.ts';
import type { SentSample } from '../feed/sent-sample.ts';
import type { MapStepKey } from '../map/map-parts.ts';
import type { SentMapFacts, SentPicture, SentStep } from '../map/sent-map.ts';
import type { PersonKind } from '../people/person.ts';
import type { Progress } from '../progress.ts';
import type { MissedPart } from './rounds/missed.ts';
import type { Cue } from './plan/cues.ts';
import type { Agreement } from './rounds/own-work.ts';
import type { Reflection } from './hot-wash/reflections.ts';
import type { Playback } from './worlds/playback.ts';
import type { StandIn } from './people/bot-seats.ts';
import type { StageSection } from './stage/sections.ts';
import type { SummitFacts, SummitOfferPart, SummitPart } from './summit/summit-parts.ts';
import type { ChosenShock } from './summit/watched-shock.ts';
import type { DeskPart, ConditionPart, PlanPart, AgendaPart, PreflightPart } from './desk/staff-parts.ts';

/** Where the exercise stands. To all. */
export interface StepPart {
	readonly phase: Phase;
	readonly step: RoundStep | null;
	/** The round that is open or is to be opened next, from 1; null: none. */
	readonly round: number | null;
	/** As many as there are and are known to come; null: not in rounds. */
	readonly rounds: number | null;
	/** Where the world halts next; null: at its end, or it does not run. */
	readonly nextStopMin: number | null;
	readonly isPaused: boolean;
	/** `restart`: the server was started again. */
	readonly pausedBecause: 'facilitator' | 'restart' | null;
	readonly startMinute: number;
	readonly horizonMin: number;
}

/** The minute that is shown. To all. */
export interface ClockPart {
	readonly minute: number;
	readonly isMoving: boolean;
}

/** The time that people are given. To all. */
export interface TimerPart {
	/** By the server's clock; null: it stands. */
	readonly endsAtMs: number | null;
	/** What was left when it was set, paused or changed. */
	readonly leftMs: number;
}

/** Decisions are about to close. To facilitators and to teams that have not decided. */
export interface ClosingPart {
	/** By the server's clock. */
	readonly endsAtMs: number;
}

/** How many teams are ready, and never which. To all. */
export interface ReadyPart {
	readonly ready: number;
	readonly of: number;
}

/** A team as the others know it. */
export interface TeamEntry {
	readonly id: string;
	readonly name: string;
	readonly roles: readonly string[];
	readonly seatsTaken: number;
}

/** One's own team. To its members. */
export interface TeamPart {
	readonly id: string;
	readonly name: string;
	readonly roles: readonly string[];
	readonly members: readonly { readonly id: string; readonly name: string; readonly isHere: boolean }[];
	readonly lead: string | null;
	/** Whether the lead has been away for so long that any member may stand in. */
	readonly isLeadGone: boolean;
	/** Roles of the team that a bot plays at present. */
	readonly standIns: readonly StandIn[];
	readonly isReady: boolean;
	/** How many members have advised in this round, and whether the lead has looked. */
	readonly advised: number;
	readonly isAdviceRead: boolean;
	readonly hasAskedForTime: boolean;
	/** Who reads which new message; null: everybody reads everything. */
	readonly shares: Readonly<Record<string, string>> | null;
}

/** What a team writes down for itself. To its members and nobody else. */
export interface PadPart {
	readonly text: string;
	readonly number: number;
}

/** What a member advises the lead to do. */
export interface Advice {
	readonly person: string;
	readonly decision: string | null;
	readonly confidencePct: number | null;
	readonly rationale: string | null;
}

/** What is a person's own. To them alone. */
export interface MePart {
	readonly id: string;
	readonly kind: PersonKind;
	readonly name: string;
	readonly team: string | null;
	readonly isLead: boolean;
	/** Their own in this round. */
	readonly advice: Advice | null;
	/** To a lead who has read it: everybody's. */
	readonly read: readonly Advice[] | null;
	/** How many of the others were of their mind in the round that was closed last; null: nobody said. */
	readonly agreement: Agreement | null;
	/** To a lead: how sure they were of the decisions of their team. */
	readonly confidences: Readonly<Record<string, number>>;
	/** Cards of the hot wash that they have added. */
	readonly cards: number;
	/** Place of the option that they voted for in the ballot that is shown; null: none. */
	readonly vote: number | null;
	/** Which choice of theirs in that ballot this is; 0: none. */
	readonly nthVote: number;
}

/** What the stage shows. To the stage, the observers and the facilitators. */
export interface StagePart {
	readonly section: StageSection;
	readonly isBlank: boolean;
	readonly isCodeShown: boolean;
	/** Id of the team whose turn it is in the hot wash; null: none. */
	readonly talks: string | null;
	readonly code: string;
	readonly audienceCode: string;
	/** Whether a presenter tells the story and an audience votes. */
	readonly isPresented: boolean;
}

/** What one press of a clicker does next. To facilitators; to the stage without the question that is coming. */
export interface CuePart {
	/** To be sent with a press. */
	readonly key: string;
	/** Null: nothing comes by a press. */
	readonly cue: Cue | null;
	/** Whether a clicker does it, or only the desk. */
	readonly clickerMoves: boolean;
	/** Whether a clicker was pressed here and may not go on. */
	readonly clickerWaits: boolean;
}

/** A question of the scenario. To facilitators. */
export type PreparedQuestion = Omit<Question, 'at'> & { readonly isAsked: boolean };

/** The Wi-Fi that leads to the room. */
export interface WifiPart {
	readonly name: string;
	/** Null: it has none, or it is not for this audience. */
	readonly password: string | null;
}

/** What a team's run came to, for the talk about it. */
export interface FindingEntry {
	readonly team: string;
	readonly name: string;
	readonly finding: Finding;
	readonly harm: Compared<number> | null;
}

/** What all have come to together. */
export interface RoomFinding {
	/** Hosts that crashed on the day and not here (negative: the other way round). */
	readonly hostsSparedToRecord: number;
}

/** What a role has left; null: there is no limit. */
export type SentBalance = Pick<BudgetBalance, 'role' | 'spentUsd'> & {
	readonly leftUsd: number | null;
	readonly attentionLeft: number | null;
};

/** A vote. To those who may vote, the stage, the observers and the facilitators; once it is revealed, to evaluators. */
export interface BallotPart {
	readonly id: string;
	readonly question: string;
	readonly options: readonly string[];
	/** `audience`, `all`, or the id of a team. */
	readonly to: string;
	/** Whether what wins is decided in the exercise; once the result is shown, whether it was. */
	readonly isBound: boolean;
	readonly state: 'open' | 'closed' | 'revealed';
	/** By the server's clock; null: no time was set. Votes count until the vote is closed all the same. */
	readonly endsAtMs: number | null;
	/** Null: it is not shown. */
	readonly turnout: { readonly voted: number; readonly of: number } | null;
	/** By option; null: not revealed, or too few have voted for counts to be shown. */
	readonly votes: readonly number[] | null;
	/** Places of the options that won; none before it is revealed, or where nobody voted. */
	readonly winners: readonly number[];
}

/** How a vote went. To facilitators, once it is counted. */
export interface TallyPart {
	readonly votes: readonly number[];
	readonly winners: readonly number[];
}

/** What the next outages come to in the world that a summit left behind. To all but phones, once it is over. */
export interface OutagesPart {
	readonly evaluation: Evaluation;
	/** The shock that the room looks at in two worlds; null: none yet. */
	readonly chosen: ChosenShock | null;
	/** That one could not be run. */
	readonly hasShockFailed: boolean;
}

/** A message to everybody. */
export interface Headline {
	readonly inject: string;
	readonly atMin: number;
	readonly from: string;
	readonly title: Localized;
	readonly body: Localized;
}

/** Everything that feeds hold, by key. Which audience gets which is decided in audiences.ts. */
export interface RoomParts {
	readonly step: StepPart;
	readonly clock: ClockPart;
	readonly timer: TimerPart | null;
	readonly closing: ClosingPart;
	readonly ready: ReadyPart;
	readonly teams: readonly TeamEntry[];
	/** What never changes: with the decisions of the audience's own roles. To all but phones. */
	readonly facts: RoomFacts;
	/** The room as this audience sees it. To all but phones. */
	readonly view: {
		readonly projection: Projection;
		readonly progress: Progress;
		readonly balances: readonly SentBalance[];
	};
	/** To the staff, of the world that they look at: ids of the messages that have not gone out. */
	readonly ahead: readonly string[];
	/** Messages as they are planned. To facilitators. */
	readonly injects: readonly ExerciseInject[];
	/** The world that the staff look at, where teams play in worlds of their own: in `view` each is only a row. */
	readonly world: { readonly id: string; readonly view: WorldView };
	/** The world now, with the audience's own organisations and no other. To all but phones. */
	readonly frame: SentFrame;
	/** What never changes of the map, with the audience's own organisations apart. */
	readonly mapFacts: SentMapFacts;
	/** A whole picture of the map, and what has changed since, each step as a part of its own, `map:<place>`. */
	readonly mapWhole: SentPicture;
	readonly [step: MapStepKey]: SentStep;
	/** Points of the curves so far. Each is a part of its own, `sample:<minute>`. */
	readonly [sample: `sample:${number}`]: SentSample;
	/** Latest last. To the stage, observers and phones. */
	readonly headlines: readonly Headline[];
	/** What people would keep and change, without names; once there is any. To all but phones. */
	readonly reflections: readonly Reflection[];
	/** Each audience its own; not to phones. */
	readonly summit: SummitPart;
	readonly summitFacts: SummitFacts;
	readonly summitOffer: SummitOfferPart;
	readonly outages: OutagesPart;
	/** Whether there are none, because they could not be run. */
	readonly outagesFailed: boolean;
	/** The shock that is looked at, in both worlds; null: it is being run, or could not be. */
	readonly shock: ComparedShock | null;
	/** How far its maps have been played on the stage. */
	readonly playback: Playback;
	readonly ballot: BallotPart;
	readonly tally: TallyPart;
	readonly team: TeamPart;
	readonly pad: PadPart;
	/** For those of a team who come late. */
	readonly missed: MissedPart;
	readonly me: MePart;
	readonly desk: DeskPart;
	readonly plan: PlanPart;
	/** By inject: what it waits for, and where that stands. To facilitators. */
	readonly conditions: Readonly<Record<string, ConditionPart>>;
	readonly agenda: AgendaPart;
	readonly preflight: PreflightPart;
	readonly stage: StagePart;
	readonly cue: CuePart;
	/** Of the scenario, where it has any. To facilitators. */
	readonly questions: readonly PreparedQuestion[];
	/** To all; its password to facilitators, the stage and observers alone. */
	readonly wifi: WifiPart;
	/** What has changed since the last stop of what the team is judged by. To the team. */
	readonly feedback: Feedback;
	/** Of the team's roles, once the exercise has been played. */
	readonly hotWash: { readonly hotWash: HotWash; readonly stateHash: string };
	/** Of teams in worlds of their own, as far as it is allowed. To the stage, observers and facilitators. */
	readonly comparison: ComparisonPart;
	/** To facilitators at once; to the others when the stage shows the hot wash. */
	readonly findings: readonly FindingEntry[];
	/** What the room's run came to in one figure, once findings are shown. To phones. */
	readonly roomFinding: RoomFinding;
	/** Nothing goes any more: what happened. To facilitators. */
	readonly fault: string;
}
