import type { StoreFaultCode } from '../../room/store/log-store.ts';
import type { CommandBody } from '../../exercise/commands/commands.ts';
import type { HotWash } from '../../debrief/hot-wash/hot-wash.ts';
import type { Projection } from '../../exercise/project/project.ts';
import type { Frame } from '../../sim/observe/frame.ts';
import type { MapPreview } from '../map/map-preview.ts';
import type { MapWatchMessage } from '../map/map-watch.ts';
import type { FlowFilter } from '../../sim/observe/flows/host-flows.ts';
import type { Progress } from '../../room/progress.ts';
import type { KeptRun } from '../runs/run-summary.ts';
import type { Sample } from '../../room/feed/samples.ts';
import type { Purse, RoomFacts } from '../../room/facts/room-facts.ts';
import type { ScenarioSummary, BotProfile } from '../../room/facts/scenario-summary.ts';

export interface NewRun {
	readonly scenarioId: string;
	/** Id of a role, or TABLE. */
	readonly role: string;
	/** Id of one of the scenario's cuts. */
	readonly cut: string;
	readonly seed: string;
	/** By role; `record` where a role is not named. */
	readonly bots: Readonly<Record<string, BotProfile>>;
}

export type OpenRoom =
	| { readonly kind: 'new'; readonly run: NewRun }
	/** A run kept on this device, where it was left. */
	| { readonly kind: 'kept'; readonly runId: string }
	/** A run that this page had open, where it was kept last: only while no other tab has taken it over. */
	| { readonly kind: 'resume'; readonly runId: string; readonly writer: string }
	/** A new run with the same past up to the beginning of a round; `seed` null: the same. */
	| { readonly kind: 'fork'; readonly runId: string; readonly round: number; readonly seed: string | null }
	/** A kept run's choices of scenario, role, length and bots, from its start; `seed` null: the same. */
	| { readonly kind: 'again'; readonly runId: string; readonly seed: string | null }
	| { readonly kind: 'log'; readonly name: string; readonly text: string };

/** Steps of the world's time grid a second; null: as fast as they can be computed. */
export type RoomPace = number | null;

/** The page's end of a room, wherever that is: in a worker beside the page, or on a server. */
export interface RoomClient {
	open(request: OpenRoom): void;
	/** Commits a decision for the role that owns it. Answered by a `room` or a `refused` message. */
	commit(decision: string, rationale: string | null, confidencePct: number | null): void;
	withdraw(decision: string): void;
	/** On from the briefing, from preparation, or from a round: commits it and lets the world run to the next one. */
	goOn(): void;
	setPace(pace: RoomPace): void;
	/** Pauses the running world where it is, and resumes it. */
	pause(): void;
	resume(): void;
	/** Ends the running stretch at the present minute and opens a round there. */
	stopHere(): void;
	/** Any other command: a rating, a note. */
	send(body: CommandBody): void;
	/** Asks for the run's log. */
	saveLog(): void;
	/** Has it looked up whether the open run still goes on here: after a sleep, after the back button. */
	checkClaim(): void;
	/** Asks for the runs kept on this device. */
	listRuns(): void;
	/** Removes a kept run for good. */
	forgetRun(runId: string): void;
	/** Whether a map is watched: only then is it told what to draw. */
	watchMap(on: boolean): void;
	/** Whose flows the map's snapshots come with; null: nobody's. */
	watchFlows(scope: FlowFilter | null): void;
	/** Asks for a scenario's world as it is before anything happens. */
	previewMap(scenarioId: string): void;
	/** Shows the map a past minute of this run instead of the present; null: the present again. */
	lookBack(minute: number | null): void;
	/** Puts the open run down, as it stands; another one may be opened. */
	leave(): void;
	/** After `failed`: begins afresh, with what was open or asked for. */
	tryAgain(): void;
	hear(listener: (message: RoomMessage) => void): () => void;
	close(): void;
}

export type RoomMessage =
	| { readonly type: 'ready'; readonly scenarios: readonly ScenarioSummary[] }
	/**
	 * `writer`: who may go on with it, until another tab takes it over. `seed`: who plays alone may know their own; the
	 * facts of a room hold none.
	 */
	| {
			readonly type: 'opened';
			readonly facts: RoomFacts;
			readonly writer: string;
			readonly seed: string;
	  }
	/** The room after something happened in it. */
	| {
			readonly type: 'room';
			readonly projection: Projection;
			readonly progress: Progress;
			readonly purses: readonly Purse[];
	  }
	/** What the world has looked like at minutes not told before, ascending; the last one is now. */
	| { readonly type: 'frames'; readonly frames: readonly Frame[] }
	/** Points of the curves that somebody else has read off, ascending: of a room on a server. */
	| { readonly type: 'samples'; readonly samples: readonly Sample[] }
	| { readonly type: 'refused'; readonly what: string }
	/** A log or run that could not be opened, and why. */
	| { readonly type: 'notOpened'; readonly what: string; readonly canRetry: boolean }
	/** How far an opened run has been computed again, 0 to 1; it can be played on at 1. */
	| { readonly type: 'catchingUp'; readonly share: number }
	/** The run was cut off and stands where it was left: the person is told so. */
	| { readonly type: 'resumed'; readonly minute: number }
	/** The world of a log that was opened has not come to the state stored with it. */
	| { readonly type: 'notAsStored'; readonly what: string }
	/** What a log's results were, where it cannot be played on. */
	| {
			readonly type: 'readOnlyLog';
			readonly name: string;
			readonly reason: string;
			readonly results: readonly {
				readonly world: string;
				readonly minute: number;
				readonly stateHash: string;
			}[];
			/** Its harm index and the record's, where it is a kept run that has ended. */
			readonly harm: { readonly harm: number; readonly recordHarm: number } | null;
			/** Whether its log can be saved from here. */
			readonly canSave: boolean;
	  }
	/** The results that follow are those that were computed when the run was played; it cannot be played on. */
	| { readonly type: 'asComputedThen'; readonly reason: string }
	/** The hot wash as far as it is known by now: again with each part that is done. */
	| {
			readonly type: 'hotWash';
			readonly hotWash: HotWash;
			/** Of the person's world at its end: 16 hexadecimal digits. The same log always comes to the same. */
			readonly stateHash: string;
	  }
	/** Whether this run is kept on this device; if not, why, as a code and in words. */
	| {
			readonly type: 'kept';
			readonly ok: boolean;
			readonly code: StoreFaultCode | null;
			readonly why: string | null;
	  }
	/** Another tab had the run open and has been told that it goes on here. */
	| { readonly type: 'tookOver' }
	| { readonly type: 'runs'; readonly runs: readonly KeptRun[] }
	| { readonly type: 'log'; readonly fileName: string; readonly text: string }
	/** The room broke down and stands again, from what was kept: what happened, in plain words. */
	| { readonly type: 'restarted'; readonly what: string }
	/** The room has not said anything for a while, or does again. */
	| { readonly type: 'slow'; readonly isSlow: boolean }
	/** For a map that was asked for: what never changes, then snapshots, the last one of what is shown. */
	| MapWatchMessage
	/** A scenario's world as it is before anything happens, for whoever chooses a seat. */
	| MapPreview
	/** Nothing goes any more. */
	| { readonly type: 'failed'; readonly what: string };
