import type { Frame } from '../../sim/observe/frame.ts';
import type { Sample } from '../../room/feed/samples.ts';

/** What is shown together: bots that do what people did on the day, bots that do nothing, and a log that was opened. */
export const SERIES = ['record', 'none', 'log'] as const;
export type Series = (typeof SERIES)[number];
/** Those that bots play. */
export const PLAYED_SERIES = ['record', 'none'] as const;
export type PlayedSeries = (typeof PLAYED_SERIES)[number];

/** One value for each series that has one. */
export type BySeries<Value> = { readonly [L in Series]?: Value };
export type SeriesFrames = BySeries<Frame>;
export type SeriesHashes = BySeries<string>;
export type Curves = BySeries<readonly Sample[]>;

/** Minutes of the exercise a second; null: as fast as they can be computed. */
export type MinutesPerSecond = number | null;
