import type { Trust } from '../../sim/observe/frame.ts';
import type { RatingMark } from '../../exercise/log/events.ts';
import type { Channel, Localized } from '../../scenario/scenario.ts';

/**
 * The runs that are always compared: what was played, the record, the one in which nobody decides anything, and the one
 * in which the person decides nothing and everybody else does what they did.
 */
export interface Compared<Value> {
	readonly played: Value;
	/** Null until that run has been computed. */
	readonly record: Value | null;
	readonly none: Value | null;
	/** Null as well where nobody else decided anything: then it is the run without any act. */
	readonly others: Value | null;
}

/**
 * What a finished run comes to, as plain data: everything that the hot wash shows, and nothing that it does not. Parts
 * that take further runs are null until these are there. All of it is about one seed.
 */
export interface HotWash {
	/** Id of the role played, or `table`. */
	readonly role: string;
	/** Ids of the roles that the person played. */
	readonly mine: readonly string[];
	readonly endMin: number;
	readonly finding: Finding;
	readonly outcome: Outcome;
	readonly losses: Compared<Losses>;
	readonly timeSeries: Compared<readonly SeriesPoint[]>;
	readonly timeLine: TimeLine;
	readonly effects: Effects | null;
	readonly turn: Turn | null;
	/** Null until the effects are known. */
	readonly calibration: ConfidenceCalibration | null;
	readonly reviews: readonly TaskReview[];
	/** Counterfactual runs done, of all that this run calls for. */
	readonly progress: { readonly done: number; readonly of: number };
}

/** What the heading says. */
export interface Finding {
	/** How the role's harm index stands to the record's; null until that is known. */
	readonly verdict: 'better' | 'alike' | 'worse' | null;
	readonly harm: Compared<number> | null;
	/** World hosts that crashed in the record and not here (negative: the other way round). */
	readonly hostsSparedToRecord: number | null;
	/** What the own decisions did together to the harm index: below 0 they lowered it. Null: not known yet, or none taken. */
	readonly yours: number | null;
	/** The own decision that lowered the harm index most, where one did. */
	readonly best: {
		readonly decision: string;
		readonly title: Localized;
		/** Change of the harm index by this decision alone (negative); other differences between two runs are not in it. */
		readonly harm: number;
		/** Whether decisions that build on it count in that. */
		readonly withOthers: boolean;
		/** Whether no single decision that was taken, this one or another, made much difference either way. */
		readonly isSlight: boolean;
		/** Minutes before the record took the same decision (negative: later); null: the record did not take it. */
		readonly soonerThanRecordMin: number | null;
	} | null;
}

export interface Outcome {
	/** 0: no outage; 1: as much as without any act. Null until that run is there to measure by. */
	readonly harm: Compared<number> | null;
	/** The terms of the goals of the roles played; none where there is no harm index yet. */
	readonly terms: readonly TermOutcome[];
	readonly world: Compared<Figures>;
	/** Of the role's organisations; null: it has none, or several roles are played. */
	readonly own: Compared<Figures> | null;
}

/** Who lost what by the end of a run. */
export interface Losses {
	/** By sector id; units never delivered beside the losses. */
	readonly bySector: Readonly<Record<string, { readonly lossCents: number; readonly lostUnits: number }>>;
	/** By ISO code of the country. */
	readonly byCountry: Readonly<Record<string, number>>;
}

export interface TermOutcome {
	readonly role: string;
	readonly id: string;
	readonly name: Localized;
	readonly unit: Localized;
	readonly weight: number;
	readonly value: Compared<number>;
}

/** Read off a whole run. */
export interface Figures {
	readonly hosts: number;
	/** Hosts that crashed at any time. */
	readonly hostsCrashed: number;
	readonly peakDown: number;
	readonly peakMin: number;
	/** Host-hours between crash and return, between the minutes read off as if they changed evenly. */
	readonly hostHoursDown: number;
	/** First minute read off after which no more than 3 % of the hosts that crashed are down; null: not by the end. */
	readonly backMin: number | null;
	readonly everCompromised: number;
	readonly lossCents: number;
	/** Units of service never delivered; null where units of several services would be added up, or there is none. */
	readonly lostUnits: number | null;
	readonly spentUsd: number;
}

/** One minute of a run, as the curves show it. */
export interface SeriesPoint {
	readonly minute: number;
	readonly down: number;
	readonly unprotected: number;
	readonly compromised: number;
	readonly lossCents: number;
	/** By sector id: output as a share of demand. */
	readonly outputs: Readonly<Record<string, number>>;
	/** Work that waits, in days of ordinary demand: the mean of all sectors. */
	readonly backlogDays: number;
	/** The vendor that released the update: 0 to 1. */
	readonly trust: Trust | null;
	readonly own: OwnSeriesPoint | null;
}

export interface OwnSeriesPoint {
	readonly down: number;
	readonly unprotected: number;
	readonly lossCents: number;
	readonly output: number;
	/** Null where units of several services would be added up. */
	readonly backlogUnits: number | null;
}

export interface TimeLine {
	/** Rounds opened at these minutes. */
	readonly stops: readonly number[];
	/** Roles that decided something or are played, in the scenario's order, the person's first. */
	readonly roles: readonly RoleLine[];
	readonly injects: readonly InjectEntry[];
}

export interface RoleLine {
	readonly role: string;
	readonly name: Localized;
	readonly isMine: boolean;
	readonly decisions: readonly DecisionEntry[];
}

export interface DecisionEntry {
	readonly decision: string;
	readonly title: Localized;
	/** Before 0: in preparation. */
	readonly atMin: number;
	/** When the first of its effects takes hold. */
	readonly holdsFromMin: number;
	readonly rationale: string | null;
	readonly confidencePct: number | null;
	/** When the record took it; null: it did not. */
	readonly recordMin: number | null;
}

export interface InjectEntry {
	readonly inject: string;
	readonly atMin: number;
	readonly channel: Channel;
	readonly title: Localized;
	readonly from: string;
}

/** What single decisions did in this run: each is one more run of the same seed, and all else stays as it was. */
export interface Effects {
	/** Decisions that were taken, the largest few first: less harm with them, and more. */
	readonly helped: readonly DecisionEffect[];
	readonly hurt: readonly DecisionEffect[];
	/** Decisions that were not taken, the largest few first: less harm with them, and more. */
	readonly wouldHelp: readonly DecisionEffect[];
	readonly wouldHurt: readonly DecisionEffect[];
	/** Every one, largest change of the harm index first. */
	readonly all: readonly DecisionEffect[];
	/** What those that were taken did together, and how single ones share in it; null: none was taken. */
	readonly together: Together | null;
	/** Decisions that were not taken and did not fit: no run says what they would have done. */
	readonly outOfReach: readonly string[];
}

/**
 * The whole difference that the own decisions made, in no order: the run as played against the one without all of them.
 * The parts and what they share add up to it.
 */
export interface Together {
	/** Change of the harm index by all of them: below 0 they lowered it. */
	readonly harm: number;
	/** By each alone, left out by itself with what builds on it; the largest first. */
	readonly parts: readonly {
		readonly decision: string;
		readonly title: Localized;
		/** Titles of own decisions that build on it: they are in this part and in no part of their own. */
		readonly with: readonly Localized[];
		readonly harm: number;
	}[];
	/** The rest. Below 0: they cover for each other; above 0: they need each other, and single parts count that twice. */
	readonly shared: number;
}

export interface DecisionEffect {
	readonly decision: string;
	readonly title: Localized;
	readonly role: string;
	/** Taken in this run and left out of the other; or not taken, and added to the other. */
	readonly kind: 'committed' | 'notCommitted';
	/** When it was taken, or would have been. */
	readonly atMin: number;
	/** Titles of decisions left out with it because they build on it, or added with it because it builds on them. */
	readonly together: readonly { readonly decision: string; readonly title: Localized }[];
	/** Decisions that were taken and that it excludes, or that exclude it: it would have been instead of them. */
	readonly instead: readonly { readonly decision: string; readonly title: Localized }[];
	/** Harm index with the decision minus that without it, taken or not: below 0 it helped, or would have. */
	readonly harm: number;
	readonly verdict: 'helped' | 'hurt' | 'neither';
	/** The run with the decision minus the run without it. Below 0: less of it with the decision. */
	readonly change: Change;
	readonly terms: readonly {
		readonly role: string;
		readonly id: string;
		readonly name: Localized;
		readonly unit: Localized;
		readonly change: number;
		/** What this term adds to `harm`. */
		readonly harm: number;
	}[];
	readonly ownChange: Change | null;
}

export interface Change {
	readonly hostsCrashed: number;
	readonly hostHoursDown: number;
	readonly lossCents: number;
	readonly spentUsd: number;
}

/** The turning point: of the role's own hosts where it has some, else of all. */
export interface Turn {
	readonly of: 'own' | 'world';
	/** When hosts down were most. */
	readonly peakMin: number;
	readonly peakDown: number;
	/** What it turned after: without that it does not turn there, on the same seed. Null: no run shows that of anything. */
	readonly after: TurnCause | null;
}

export interface TurnCause {
	/** Null: all own decisions together, no single one of them. */
	readonly decision: {
		readonly id: string;
		readonly title: Localized;
		readonly role: string;
		readonly isMine: boolean;
		readonly atMin: number;
	} | null;
	readonly peakDownWithout: number;
	readonly peakMinWithout: number;
	/** The peak of the same small world with it: the two compare. */
	readonly peakDownWith: number;
}

export interface ConfidenceCalibration {
	readonly judged: readonly {
		readonly decision: string;
		readonly title: Localized;
		readonly confidencePct: number;
		readonly helped: boolean;
		readonly harm: number;
	}[];
	readonly meanConfidencePct: number | null;
	readonly helpedShare: number | null;
	/** Mean squared distance of confidence and outcome, 0 best, 0.25 for always saying 50 %; null: too few to say. */
	readonly brier: number | null;
	readonly leastForBrier: number;
}

/** One critical task, as the model sees it. What the person says of it is in the room. */
export interface TaskReview {
	readonly objective: string;
	readonly task: string;
	readonly model: RatingMark;
	/** What each mark asks for, and what of it this run had. Null: a kept hot wash of an earlier version. */
	readonly criteria: Readonly<Record<AskedMark, Criterion>> | null;
}

/** A mark that asks for something; U is left where none of them is reached. */
export type AskedMark = 'P' | 'S' | 'M';

/** A part of what a mark asks for, read off this run. */
export type Criterion = { readonly isMet: boolean } & (
	| { readonly kind: 'all' | 'any'; readonly of: readonly Criterion[] }
	| {
			readonly kind: 'taken' | 'notTaken';
			readonly title: Localized;
			/** The last minute that counts; null: any. */
			readonly byMin: number | null;
			/** When it was taken in this run; null: it was not. */
			readonly takenMin: number | null;
	  }
	| {
			readonly kind: 'figure';
			/** What is measured: `lostUnits`, `crashed` …; several that are added up. */
			readonly figures: readonly string[];
			/** Of whom; null: of the world. */
			readonly whose: string | null;
			readonly comparison: '<' | '<=' | '>' | '>=';
			readonly limit: number;
			readonly value: number;
	  }
	/** Something that has no words. */
	| { readonly kind: 'other' }
);
