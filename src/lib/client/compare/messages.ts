import * as v from 'valibot';
import type { Refusal } from '../../exercise/commands/refusals.ts';
import type { LogFault, ReadOnlyReason } from '../../exercise/log/log-faults.ts';
import type { RoomBreakdown } from '../../room/protocol/solo-faults.ts';
import type { Frame } from '../../sim/observe/frame.ts';
import { SERIES, type Series } from './comparison-client.ts';

/** What travels between page and run, both ways: two closed lists. Nothing else is listened to. */

const series = v.picklist(SERIES);
const text = v.string();
const number = v.number();
const localized = v.objectWithRest({ en: text }, text);
const bySeries = <Schema extends v.GenericSchema>(schema: Schema) =>
	v.strictObject({
		record: v.exactOptional(schema),
		none: v.exactOptional(schema),
		log: v.exactOptional(schema)
	});

/** What an exercise or a log says by a code; its words are made in the page. */
function isCoded(value: unknown): boolean {
	return typeof value === 'object' && value !== null && 'code' in value && typeof value.code === 'string';
}

const scenarioSource = v.variant('kind', [
	v.strictObject({ kind: v.literal('builtIn'), id: text }),
	v.strictObject({ kind: v.literal('file'), name: text, text })
]);
const openRequest = v.variant('kind', [
	v.strictObject({ kind: v.literal('scenario'), source: scenarioSource, seed: text }),
	v.strictObject({ kind: v.literal('log'), name: text, text, rerun: v.boolean() })
]);

const requestSchema = v.variant('type', [
	v.strictObject({ type: v.literal('open'), request: openRequest }),
	v.strictObject({ type: v.literal('play'), pace: v.nullable(v.pipe(number, v.minValue(0.01))) }),
	v.strictObject({ type: v.literal('pause') }),
	v.strictObject({ type: v.literal('step') }),
	v.strictObject({ type: v.literal('saveLog'), series })
]);
/** What a page asks of a run. */
export type ComparisonRequest = v.InferOutput<typeof requestSchema>;

const faultSchema = v.strictObject({
	file: text,
	line: number,
	column: number,
	path: text,
	what: text,
	remedy: text
});
/** One thing wrong with a file: where, what, and what to do. Lines and columns count from 1. */
export type FileFault = v.InferOutput<typeof faultSchema>;

const storedResult = v.strictObject({ world: text, minute: number, stateHash: text });

const factsSchema = v.strictObject({
	scenarioId: text,
	title: localized,
	summary: localized,
	/** Name of the author's file; null: built in. */
	fileName: v.nullable(text),
	contentHash: text,
	seed: text,
	/** Minute 0, in minutes since 2000-01-01T00:00Z. */
	startMinute: number,
	horizonMin: number,
	spans: v.array(v.strictObject({ untilMin: number, stepMin: number })),
	hosts: number,
	releaseMinutes: v.array(number),
	sectors: v.array(v.strictObject({ id: text, name: localized, unit: localized })),
	acts: v.array(v.strictObject({ atMin: number, role: v.nullable(localized), does: localized })),
	measured: v.array(
		v.strictObject({ id: text, quantity: localized, value: number, unit: text, atMin: v.nullable(number) })
	),
	series: v.array(series),
	/** Acts of the record that the room refused. */
	refused: v.array(v.custom<Refusal>(isCoded)),
	log: v.nullable(
		v.strictObject({ name: text, events: number, endMin: number, stored: v.nullable(storedResult) })
	)
});
/** What is known of a run before it moves. */
export type ComparisonFacts = v.InferOutput<typeof factsSchema>;

const frame = v.custom<Frame>(
	(value) =>
		typeof value === 'object' &&
		value !== null &&
		'minute' in value &&
		'world' in value &&
		'services' in value
);
const frames = bySeries(frame);
export type SeriesFrames = v.InferOutput<typeof frames>;
const hashes = bySeries(text);
export type SeriesHashes = v.InferOutput<typeof hashes>;

export const MOTIONS = ['playing', 'paused', 'ended'] as const;
export type Motion = (typeof MOTIONS)[number];

const messageSchema = v.variant('type', [
	v.strictObject({
		type: v.literal('ready'),
		scenarios: v.array(v.strictObject({ id: text, title: localized, summary: localized }))
	}),
	v.strictObject({ type: v.literal('opened'), facts: factsSchema }),
	/** What an author's file is refused for; its words are those of the parser. */
	v.strictObject({
		type: v.literal('scenarioRefused'),
		file: text,
		faults: v.array(faultSchema)
	}),
	v.strictObject({ type: v.literal('logRefused'), file: text, faults: v.array(v.custom<LogFault>(isCoded)) }),
	/** A log of a scenario that is not here. */
	v.strictObject({ type: v.literal('logOfOther'), file: text, scenarioId: text }),
	/** A log of other physics, or of a scenario that has changed: its results as they were stored. */
	v.strictObject({
		type: v.literal('readOnlyLog'),
		name: text,
		reason: v.custom<ReadOnlyReason>(isCoded),
		results: v.array(storedResult),
		canRerun: v.boolean()
	}),
	v.strictObject({ type: v.literal('frames'), minute: number, frames }),
	v.strictObject({ type: v.literal('motion'), motion: v.picklist(MOTIONS), minute: number, hashes }),
	v.strictObject({ type: v.literal('log'), series, fileName: text, text }),
	/** Something broke that no input should be able to break. */
	v.strictObject({ type: v.literal('failed'), breakdown: v.custom<RoomBreakdown>(isCoded) })
]);
/** What a run tells its page. */
export type ComparisonMessage = v.InferOutput<typeof messageSchema>;

/** A request as it arrived, or null where it is none. */
export function readRequest(message: unknown): ComparisonRequest | null {
	const read = v.safeParse(requestSchema, message);
	return read.success ? read.output : null;
}

/** A message as it arrived, or null where it is none. */
export function readMessage(message: unknown): ComparisonMessage | null {
	const read = v.safeParse(messageSchema, message);
	return read.success ? read.output : null;
}

/** One value for each series that has one. */
export type BySeries<Value> = { readonly [L in Series]?: Value };
