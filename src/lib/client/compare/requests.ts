import * as v from 'valibot';
import { REQUESTS } from '../../room/protocol/requests.ts';
import { requestReader, type BodyOf, type RequestOf } from '../../room/protocol/request-reader.ts';
import { PLAYED_SERIES } from './series.ts';

/** What the page that compares asks of its worker: pausing and going on as in every room. */

const text = v.string();

const scenarioSource = v.variant('kind', [
	/** A scenario that is built in. */
	v.strictObject({ kind: v.literal('builtIn'), id: text }),
	/** The text of an author's file. */
	v.strictObject({ kind: v.literal('file'), name: text, text })
]);
export type ScenarioSource = v.InferOutput<typeof scenarioSource>;

const { pause, resume } = REQUESTS;
const COMPARISON_REQUESTS = {
	/** Opens a scenario at minute 0, not moving; it takes the place of the one before. */
	openScenario: v.strictObject({ source: scenarioSource, seed: text }),
	/** Opens a saved log beside its scenario, at the log's end. `rerun`: also where the physics are others by now. */
	openLog: v.strictObject({ name: text, text, rerun: v.boolean() }),
	pause,
	resume,
	/** One step of the scenario's time grid. */
	step: v.strictObject({}),
	setPace: v.strictObject({ minutesPerSecond: v.nullable(v.pipe(v.number(), v.minValue(0.01))) }),
	/** Answered by a message with the series' log up to the present minute. */
	saveLog: v.strictObject({ series: v.picklist(PLAYED_SERIES) })
} as const;

export type ComparisonRequest = RequestOf<typeof COMPARISON_REQUESTS>;
export type ComparisonBody = BodyOf<ComparisonRequest>;

/** A request as it arrived, or null where it is none. */
export const readComparisonRequest: (message: unknown) => ComparisonRequest | null =
	requestReader(COMPARISON_REQUESTS);
