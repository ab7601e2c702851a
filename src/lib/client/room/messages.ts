import type { Attribution } from '../../debrief/attribution/attribution.ts';
import type { Feedback } from '../../debrief/feedback/feedback.ts';
import type { ParentRun } from '../../debrief/hot-wash/fork.ts';
import type { HotWash } from '../../debrief/hot-wash/hot-wash.ts';
import type { StoredResult } from '../../exercise/log/log-file.ts';
import type { Departure } from '../../exercise/log/stored-result.ts';
import type { Projection } from '../../exercise/project/project.ts';
import type { BudgetBalance, RoomFacts } from '../../room/facts/room-facts.ts';
import type { ScenarioSummary } from '../../room/facts/scenario-summary.ts';
import type { Sample } from '../../room/feed/samples.ts';
import type { Progress } from '../../room/progress.ts';
import type { AnswerMessage, Welcome } from '../../room/protocol/protocol.ts';
import type { NotOpenedFault, NotPlayableReason, RoomBreakdown } from '../../room/protocol/solo-faults.ts';
import type { StoreFaultCode } from '../../room/store/log-store.ts';
import type { Frame } from '../../sim/observe/frame.ts';
import { messageReader } from '../connection/message-reader.ts';
import type { MapPreview } from '../map/map-preview.ts';
import type { MapWatchMessage } from '../map/map-watch.ts';

/** What a page hears of the room that it shows: facts and codes, and no sentence. */
export type RoomMessage =
	| { readonly type: 'ready' }
	/** A scenario as a setup screen shows it; null: it is not here, or cannot be played alone. */
	| { readonly type: 'described'; readonly ref: string; readonly scenario: ScenarioSummary | null }
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
			readonly balances: readonly BudgetBalance[];
	  }
	/** What the world has looked like at minutes not told before, ascending; the last one is now. */
	| { readonly type: 'frames'; readonly frames: readonly Frame[] }
	/** Points of the curves that somebody else has read off, ascending: of a room on a server. */
	| { readonly type: 'samples'; readonly samples: readonly Sample[] }
	/** A log or run that could not be opened, and why. */
	| { readonly type: 'notOpened'; readonly fault: NotOpenedFault; readonly canRetry: boolean }
	/** How far an opened run has been computed again, 0 to 1; it can be played on at 1. */
	| { readonly type: 'catchingUp'; readonly share: number }
	/** The run was cut off and stands where it was left: the person is told so. */
	| { readonly type: 'resumed'; readonly minute: number }
	/** The world of a log that was opened has not come to the state stored with it. */
	| { readonly type: 'notAsStored'; readonly departure: Departure }
	/** What a log's results were, where it cannot be played on. */
	| {
			readonly type: 'readOnlyLog';
			readonly name: string;
			readonly reason: NotPlayableReason;
			readonly results: readonly StoredResult[];
			/** Its harm index and the record's, where it is a kept run that has ended. */
			readonly harm: { readonly harm: number; readonly recordHarm: number } | null;
			/** Whether its log can be saved from here. */
			readonly canSave: boolean;
	  }
	/** The results that follow are those that were computed when the run was played; it cannot be played on. */
	| { readonly type: 'asComputedThen'; readonly reason: NotPlayableReason }
	/** The hot wash as far as it is known by now: again with each part that is done. */
	| {
			readonly type: 'hotWash';
			readonly hotWash: HotWash;
			/** Of the person's world at its end: 16 hexadecimal digits. The same log always comes to the same. */
			readonly stateHash: string;
	  }
	/** The run that this one was forked from, where it was played to its end. */
	| { readonly type: 'parent'; readonly parent: ParentRun }
	/** What has changed since the last stop of what the person is judged by, and what of it is theirs. */
	| { readonly type: 'feedback'; readonly feedback: Feedback }
	/** What each decision was worth, as far as it is known by now. */
	| { readonly type: 'attribution'; readonly attribution: Attribution }
	/** What single decisions did could not be computed. */
	| { readonly type: 'noSingleRuns' }
	/** Why this run is not kept on this device; null: it is. */
	| { readonly type: 'kept'; readonly fault: StoreFaultCode | null }
	/** Another tab had the run open and has been told that it goes on here. */
	| { readonly type: 'tookOver' }
	| { readonly type: 'log'; readonly fileName: string; readonly text: string }
	/** For a map that was asked for: what never changes, then snapshots, the last one of what is shown. */
	| MapWatchMessage
	/** A scenario's world as it is before anything happens, for people who choose a seat. */
	| MapPreview
	/** Nothing goes any more. */
	| { readonly type: 'failed'; readonly breakdown: RoomBreakdown };

/** Everything that a worker says. It comes with its page, so it names no build. */
export type WorkerMessage = RoomMessage | AnswerMessage | Omit<Welcome, 'build'>;

/** A message as it arrived, or null where it is none. */
export const readMessage = messageReader<WorkerMessage>({
	welcome: ['protocol', 'nowMs'],
	answer: ['id', 'answer'],
	ready: [],
	described: ['ref', 'scenario'],
	opened: ['facts', 'writer', 'seed'],
	room: ['projection', 'progress', 'balances'],
	frames: ['frames'],
	samples: ['samples'],
	notOpened: ['fault', 'canRetry'],
	catchingUp: ['share'],
	resumed: ['minute'],
	notAsStored: ['departure'],
	readOnlyLog: ['name', 'reason', 'results', 'harm', 'canSave'],
	hotWash: ['hotWash', 'stateHash'],
	parent: ['parent'],
	feedback: ['feedback'],
	attribution: ['attribution'],
	noSingleRuns: [],
	kept: ['fault'],
	tookOver: [],
	asComputedThen: ['reason'],
	log: ['fileName', 'text'],
	mapFacts: ['facts'],
	snapshot: ['snapshot'],
	mapPreview: ['scenarioId', 'facts', 'snapshot', 'seats'],
	failed: ['breakdown']
});

/** Workers can die without a word: a page asks one now and then, and it answers. */
export const ARE_YOU_ALIVE = { type: 'areYouAlive' } as const;
export const ALIVE = { type: 'alive' } as const;

export function isQuestion(message: unknown): boolean {
	return isOfType(message, ARE_YOU_ALIVE.type);
}

export function isSignOfLife(message: unknown): boolean {
	return isOfType(message, ALIVE.type);
}

function isOfType(message: unknown, type: string): boolean {
	return typeof message === 'object' && message !== null && 'type' in message && message.type === type;
}
