import type { Standing } from '../../../exercise/log/events.ts';
import type { ConditionNow } from '../../../exercise/injects/conditions.ts';
import type { Phase, RoundStep } from '../../../exercise/phases/phases.ts';
import type { Agenda } from '../../agenda/agenda.ts';
import type { PersonKind } from '../../people/person.ts';
import type { ToldAct } from './desk-acts.ts';
import type { StandIn } from '../people/bot-seats.ts';
import type { ScreenReport } from '../stage/screens.ts';
import type { Trial } from '../trial.ts';
import type { TeamEntry, TimerPart } from '../parts.ts';

/* What only the people who run a room are sent. */

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
	/** The time that it was given alone; null: it has what all have. */
	readonly ownTimer: TimerPart | null;
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
	/** Whether a presenter tells the story and an audience votes. */
	readonly isPresented: boolean;
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
