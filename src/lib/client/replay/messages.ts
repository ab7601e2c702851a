import type { Log } from '../../exercise/log/log-file.ts';
import type { Departure } from '../../exercise/log/stored-result.ts';
import type { Refusal } from '../../exercise/commands/refusals.ts';
import type { MapFacts } from '../../room/map/map-facts.ts';
import type { MapFault } from '../../room/map/map-fault.ts';
import type { Sample } from '../../room/feed/samples.ts';
import type { Progress } from '../../room/progress.ts';
import type { ForkPlan } from '../../room/replay/fork.ts';
import type { ReplayTimeline, ReplayWorld } from '../../room/replay/timeline/replay-timeline.ts';
import type { Phase } from '../../exercise/phases/phases.ts';
import type { Localized } from '../../scenario/scenario.ts';
import type { Summit } from '../../scenario/summit.ts';
import type { MapSnapshot } from '../../sim/observe/map/map-snapshot.ts';

/**
 * Who reads it: who played alone, and sees what is theirs; a room's facilitator; or somebody else who was in a room (`team`
 * null: they watched), with what its server told them of it, or null where the log says it.
 */
export type ReplayReader =
	'player' | 'facilitator' | { readonly team: string | null; readonly timeline: ReplayTimeline | null };

/** What a page asks of the worker that replays. Logs are numbered as they are opened; each has one series a world. */
export type ReplayRequest =
	/** Opens a log beside those that are open; it has to be of the same scenario. */
	| { readonly type: 'open'; readonly name: string; readonly text: string; readonly reader: ReplayReader }
	/** Some of the worlds at a minute. */
	| { readonly type: 'at'; readonly minute: number; readonly series: readonly string[] }
	/** Plays a series on from a moment of its past, and opens what comes of it. */
	| { readonly type: 'fork'; readonly series: string; readonly plan: ForkPlan; readonly name: string };

/** One world that is replayed. */
export interface ReplaySeries extends ReplayWorld {
	readonly id: string;
	/** The log that it stands in, by its number. */
	readonly log: number;
	/** The role that people played in it; none: they played several, or bots alone did. */
	readonly roles: readonly string[];
	/** Whether it can be forked: a world that a team came into late has another one's past. */
	readonly canFork: boolean;
}

/** A seat of people, for whom something else can be decided. */
export interface ReplaySeat {
	readonly seat: string;
	readonly role: string;
	readonly team: string;
}

/** What never changes of an exercise that is replayed. */
export interface ReplayFacts {
	readonly scenarioId: string;
	readonly title: Localized;
	/** Minute 0, in minutes since 2000-01-01T00:00Z. */
	readonly startMinute: number;
	readonly horizonMin: number;
	readonly map: MapFacts;
	readonly sectors: readonly { readonly id: string; readonly name: Localized }[];
	readonly roles: readonly { readonly id: string; readonly name: Localized }[];
	/** Who and what there is at its summit; null: it has none. */
	readonly summit: Summit | null;
	readonly decisions: readonly {
		readonly id: string;
		readonly role: string;
		readonly title: Localized;
		readonly phases: readonly Phase[];
	}[];
}

/** A log that has been opened. */
export interface ReplayedLog {
	readonly log: number;
	readonly name: string;
	readonly isParallel: boolean;
	readonly seats: readonly ReplaySeat[];
	readonly timeline: ReplayTimeline;
	readonly series: readonly ReplaySeries[];
	/** What the log says of its end and does not come out; null: it comes out, or says nothing. */
	readonly departure: Departure | null;
	/** Of a fork; null: it was opened as a file. */
	readonly fork: ReplayedFork | null;
}

/** What a fork is besides a log: where it comes from, and what keeping it takes. */
export interface ReplayedFork {
	/** The series that it left. */
	readonly of: string;
	readonly atMin: number;
	/** The round that was open at that minute. */
	readonly round: number;
	readonly progress: Progress;
	readonly fileName: string;
	/** Its log as a file holds it. */
	readonly saved: Log;
	/** What of the plan, and of what people had done, the rules did not allow any more. */
	readonly refused: readonly { readonly decision: string | null; readonly refusal: Refusal }[];
}

/** What a page hears of its worker. */
export type ReplayMessage =
	| { readonly type: 'opened'; readonly facts: ReplayFacts; readonly log: ReplayedLog }
	/** How far the worlds of the log that is being opened have been run, 0 to 1. */
	| { readonly type: 'running'; readonly share: number }
	/** The curves of a series. */
	| { readonly type: 'curves'; readonly series: string; readonly samples: readonly Sample[] }
	/** The worlds at a minute that was asked for. */
	| { readonly type: 'moment'; readonly minute: number; readonly worlds: readonly ReplayedMoment[] }
	| { readonly type: 'failed'; readonly fault: ReplayFault };

export interface ReplayedMoment {
	readonly series: string;
	/** At the last minute of the grid at or before the one asked for; past the end of its log, there. */
	readonly sample: Sample;
	/** Of its state: 16 hexadecimal digits. */
	readonly hash: string;
	readonly snapshot: MapSnapshot;
}

/** Why a log is not replayed, or nothing is any more. */
export type ReplayFault =
	| MapFault
	| { readonly code: 'otherScenario'; readonly params: { readonly file: string } }
	| { readonly code: 'noWorld'; readonly params: { readonly file: string } };
