import type { LogFault, ReadOnlyReason } from '../../exercise/log/log-faults.ts';
import type { StoredResult } from '../../exercise/log/log-file.ts';
import type { AnswerMessage, Welcome } from '../../room/protocol/protocol.ts';
import type { RoomBreakdown } from '../../room/protocol/solo-faults.ts';
import type { Fault } from '../../scenario/faults/fault.ts';
import type { Localized } from '../../scenario/scenario.ts';
import type { Frame } from '../../sim/observe/frame.ts';
import { messageReader } from '../connection/message-reader.ts';
import type { ComparisonFacts } from './comparison-facts.ts';
import type { PlayedSeries, Series, SeriesHashes } from './series.ts';

export type Motion = 'playing' | 'paused' | 'ended';

/** What the page that compares hears of its worker. */
export type ComparisonMessage =
	| {
			readonly type: 'ready';
			readonly scenarios: readonly {
				readonly id: string;
				readonly title: Localized;
			}[];
	  }
	| { readonly type: 'opened'; readonly facts: ComparisonFacts }
	/** What an author's file is refused for. */
	| { readonly type: 'scenarioRefused'; readonly file: string; readonly faults: readonly Fault[] }
	| { readonly type: 'logRefused'; readonly file: string; readonly faults: readonly LogFault[] }
	/** A log of a scenario that is not here. */
	| { readonly type: 'logOfOther'; readonly file: string; readonly scenarioId: string }
	/** A log of other physics, or of a scenario that has changed: its results as they were stored. */
	| {
			readonly type: 'readOnlyLog';
			readonly name: string;
			readonly reason: ReadOnlyReason;
			readonly results: readonly StoredResult[];
			readonly canRerun: boolean;
	  }
	/** What a series' world has looked like at minutes not told before, ascending; the last one is now. */
	| { readonly type: 'frames'; readonly series: Series; readonly frames: readonly Frame[] }
	/** `hashes`: of the worlds at this minute, while nothing moves. */
	| {
			readonly type: 'motion';
			readonly motion: Motion;
			readonly minute: number;
			readonly hashes: SeriesHashes;
	  }
	| {
			readonly type: 'log';
			readonly series: PlayedSeries;
			readonly fileName: string;
			readonly text: string;
	  }
	/** Nothing goes any more. */
	| { readonly type: 'failed'; readonly breakdown: RoomBreakdown };

export type ComparisonWorkerMessage = ComparisonMessage | AnswerMessage | Omit<Welcome, 'build'>;

/** A message as it arrived, or null where it is none. */
export const readComparisonMessage = messageReader<ComparisonWorkerMessage>({
	welcome: ['protocol', 'nowMs'],
	answer: ['id', 'answer'],
	ready: ['scenarios'],
	opened: ['facts'],
	scenarioRefused: ['file', 'faults'],
	logRefused: ['file', 'faults'],
	logOfOther: ['file', 'scenarioId'],
	readOnlyLog: ['name', 'reason', 'results', 'canRerun'],
	frames: ['series', 'frames'],
	motion: ['motion', 'minute', 'hashes'],
	log: ['series', 'fileName', 'text'],
	failed: ['breakdown']
});
