import type { HotWash, Compared, Finding } from '../../debrief/hot-wash/hot-wash.ts';
import type { ComparisonPart } from './comparison.ts';
import type { Standing } from '../../exercise/log/events.ts';
import type { ConditionNow } from '../../exercise/injects/conditions.ts';
import type { Phase, RoundStep } from '../../exercise/phases/phases.ts';
import type { Projection } from '../../exercise/project/project.ts';
import type { Localized } from '../../scenario/scenario.ts';
import type { Agenda } from '../agenda/agenda.ts';
import type { BudgetBalance, RoomFacts } from '../facts/room-facts.ts';
import type { ToldFrame } from '../feed/told-frame.ts';
import type { Sample } from '../feed/samples.ts';
import type { ToldMapFacts, ToldSnapshot } from '../map/told-map.ts';
import type { PersonKind } from '../people/person.ts';
import type { Progress } from '../progress.ts';
import type { ToldAct } from './desk-acts.ts';
import type { MissedPart } from './missed.ts';
import type { Minds } from './own-work.ts';
import type { Reflection } from './reflections.ts';
import type { StandIn } from './bot-seats.ts';
import type { StageSection } from '../protocol/requests.ts';
import type { ScreenReport } from './screens.ts';
import type { Trial } from './trial.ts';

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
	readonly pad: { readonly text: string; readonly number: number };
	/** Who reads which new message; null: everybody reads everything. */
	readonly shares: Readonly<Record<string, string>> | null;
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
	readonly minds: Minds | null;
	/** To a lead: how sure they were of the decisions of their team. */
	readonly confidences: Readonly<Record<string, number>>;
	/** Cards of the hot wash that they have added. */
	readonly cards: number;
	/** Place of the option that they voted for in the ballot that is shown; null: none. */
	readonly vote: number | null;
}

/** A team as its facilitator sees it. */
export interface DeskTeam extends TeamEntry {
	readonly lead: string | null;
	readonly isLeadGone: boolean;
	readonly standIns: readonly StandIn[];
	/** What it has to read in this round, in minutes. */
	readonly readingMin: number;
	readonly here: number;
	readonly isReady: boolean;
	readonly advised: number;
	readonly isAdviceRead: boolean;
	readonly hasAskedForTime: boolean;
}

/** Who of the facilitators is the host; null: nobody. */
export interface ChairPart {
	readonly person: string | null;
	/** The host has been silent for so long that another facilitator may stand in. */
	readonly canBeTaken: boolean;
}

/** Something that a facilitator has done, and where the exercise stood then. `atMs`: by the server's clock. */
export interface DeskAct {
	readonly by: { readonly id: string; readonly name: string };
	readonly act: ToldAct;
	readonly phase: Phase;
	readonly step: RoundStep | null;
	readonly atMs: number;
}

/** What facilitators alone are shown. */
export interface DeskPart {
	/** Who is not in yet stays out. */
	readonly isLocked: boolean;
	readonly isAudienceLocked: boolean;
	readonly chair: ChairPart;
	/** What facilitators have done, the latest first. */
	readonly acts: readonly DeskAct[];
	readonly teams: readonly DeskTeam[];
	readonly people: readonly {
		readonly id: string;
		readonly kind: PersonKind;
		readonly name: string;
		readonly team: string | null;
		readonly isHere: boolean;
	}[];
	/** Phones of the audience that are connected. */
	readonly phones: number;
	/** Who took the last step, by name; empty: a person without a name. Null: nobody yet. */
	readonly lastStepBy: string | null;
	/** Steps of the world's grid a second; null: as fast as they can be computed. */
	readonly pace: number | null;
	/** How much of teams in worlds of their own is compared before everybody. */
	readonly standing: Standing;
	/** Whether all see how many have voted. */
	readonly isTurnoutShown: boolean;
	/** Whether a vote is open and none has come in for a while. */
	readonly isBallotQuiet: boolean;
	/** Whether bots sit in every seat, and nothing is kept. */
	readonly isRehearsal: boolean;
}

/** A condition as it stands in the first world, and in how many of those that wait for it it holds. */
export interface ConditionPart extends ConditionNow {
	readonly worlds: number;
	readonly holdsIn: number;
}

/** What facilitators are at with the messages of the exercise. To facilitators. */
export interface PlanPart {
	/** Those that go out when the exercise goes on. */
	readonly waiting: readonly string[];
	/** The teams of which somebody has opened a message, by its id. */
	readonly opened: Readonly<Record<string, readonly string[]>>;
	/** Who writes at which. */
	readonly writing: readonly { readonly inject: string; readonly person: string; readonly name: string }[];
	/** Who changed or released each last, by name; empty: a person without a name. */
	readonly by: Readonly<Record<string, string>>;
	/** The latest step, where it may be taken back; null: there is none. */
	readonly undo: {
		readonly of: string;
		readonly phase: Phase;
		readonly step: RoundStep | null;
		/** Date in ms since 1970; null: not known. */
		readonly atMs: number | null;
	} | null;
}

/** The workshop as planned and as it goes, by the server's clock. To facilitators. */
export interface AgendaPart extends Agenda {
	/** What dates (ms since 1970) are ahead of that clock. */
	readonly aheadMs: number;
	/** Whether the round that the exercise has come to is left out. */
	readonly isRoundLeftOut: boolean;
}

/** What a room knows of whether a workshop will work in it. To facilitators. */
export interface PreflightPart {
	/** Of the stages that are here. */
	readonly screens: readonly ScreenReport[];
	/** Whether the scenario is somebody's own; else it comes with Patchfall, and anybody can have read it. */
	readonly isOwnScenario: boolean;
	/** Null: it has not been tried. */
	readonly trial: Trial | null;
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
export type ToldBalance = Pick<BudgetBalance, 'role' | 'spentUsd'> & {
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
	/** Whether what wins is decided in the exercise. */
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
		readonly balances: readonly ToldBalance[];
	};
	/** The world now, with the audience's own organisations and no other. To all but phones. */
	readonly frame: ToldFrame;
	/** What never changes of the map, with the audience's own organisations apart. */
	readonly mapFacts: ToldMapFacts;
	/** A whole picture of the map, and the present one as what has changed since. */
	readonly mapWhole: ToldSnapshot;
	readonly map: ToldSnapshot;
	/** Points of the curves so far. Each is a part of its own, `sample:<minute>`. */
	readonly [sample: `sample:${number}`]: Sample;
	/** Latest last. To the stage, observers and phones. */
	readonly headlines: readonly Headline[];
	/** What people would keep and change, without names; once there is any. To all but phones. */
	readonly reflections: readonly Reflection[];
	readonly ballot: BallotPart;
	readonly tally: TallyPart;
	readonly team: TeamPart;
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
