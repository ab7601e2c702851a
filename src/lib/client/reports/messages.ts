import type { HotWash } from '../../debrief/hot-wash/hot-wash.ts';
import type { RoomEvent } from '../../exercise/log/events.ts';
import type { LogFault, ReadOnlyReason } from '../../exercise/log/log-faults.ts';
import type { ExerciseScenario } from '../../exercise/scenario/scenario.ts';
import type { Scenario } from '../../scenario/scenario.ts';

/** A log whose documents are asked for. */
export interface ReportRequest {
	readonly name: string;
	readonly text: string;
	/** Whether its worlds are run once more: only some documents show what they came to. */
	readonly needsRuns: boolean;
}

/** What documents need of a log, as plain data: the page writes them, where the reader's language is known. */
export type ReportReading =
	| {
			readonly kind: 'read';
			readonly scenario: Scenario;
			/** Functions do not travel between threads, and documents ask none of them. */
			readonly exercise: Omit<ExerciseScenario, 'isFormerHash' | 'settingFault' | 'negotiation'>;
			readonly events: readonly RoomEvent[];
			/** By team; null: worlds were not run, because nobody asked or for the reason beside it. */
			readonly washes: Readonly<Record<string, HotWash>> | null;
			readonly readOnly: ReadOnlyReason | null;
	  }
	| { readonly kind: 'badLog'; readonly fault: LogFault }
	/** It was played with an author's file, which is not here. */
	| { readonly kind: 'otherScenario'; readonly scenarioId: string }
	| { readonly kind: 'broken'; readonly detail: string };
