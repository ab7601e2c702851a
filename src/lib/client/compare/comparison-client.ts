import type { ComparisonMessage } from './messages.ts';

/** Who plays a run: people as the record has it, nobody, or the people of a saved log. */
export const SERIES = ['record', 'none', 'log'] as const;
export type Series = (typeof SERIES)[number];

/** A scenario that is built in, or the text of an author's file. */
export type ScenarioSource =
	| { readonly kind: 'builtIn'; readonly id: string }
	| { readonly kind: 'file'; readonly name: string; readonly text: string };

/** What to run: a scenario under a seed, as the record has it and with nobody acting; or a saved log beside them. */
export type OpenRequest =
	| { readonly kind: 'scenario'; readonly source: ScenarioSource; readonly seed: string }
	/** `rerun`: also where the log is of other physics or an older scenario, and so makes another play. */
	| { readonly kind: 'log'; readonly name: string; readonly text: string; readonly rerun: boolean };

/** Minutes of the exercise a second; null: as fast as they can be computed. */
export type Pace = number | null;

/** What can be done with an open run. Every request is answered by a message; none has an answer of its own. */
export interface ComparisonControl {
	play(pace: Pace): void;
	/** Answered at once, with the state's hashes at the minute where it stands. */
	pause(): void;
	/** One step of the scenario's time grid. */
	step(): void;
	/** Asks for a series' log up to the present minute. */
	saveLog(series: Series): void;
}

/**
 * The page's end of a run, wherever that is computed: in a worker beside the page, or in a room on a server. Game time
 * comes from there and never from the page.
 */
export interface ComparisonClient extends ComparisonControl {
	/** Opens a run, at minute 0 and not moving; it takes the place of the one before. */
	open(request: OpenRequest): void;
	/** Calls `listener` with all that comes from now on, until the function that is returned is called. */
	hear(listener: (message: ComparisonMessage) => void): () => void;
	close(): void;
}
