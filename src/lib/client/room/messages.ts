import * as v from 'valibot';
import type { RoomMessage } from './room-client.ts';
import { OFFERED_BOTS } from '../../room/facts/scenario-summary.ts';

/** What travels between page and room, both ways: two closed lists. Nothing else is listened to. */

const text = v.string();
const bots = v.record(text, v.picklist(OFFERED_BOTS));
const round = v.pipe(v.number(), v.integer(), v.minValue(1));

const newRun = v.strictObject({ scenarioId: text, role: text, cut: text, seed: text, bots });
const openRoom = v.variant('kind', [
	v.strictObject({ kind: v.literal('new'), run: newRun }),
	v.strictObject({ kind: v.literal('kept'), runId: text }),
	v.strictObject({ kind: v.literal('resume'), runId: text, writer: text }),
	v.strictObject({ kind: v.literal('fork'), runId: text, round, seed: v.nullable(text) }),
	v.strictObject({ kind: v.literal('again'), runId: text, seed: v.nullable(text) }),
	v.strictObject({ kind: v.literal('log'), name: text, text })
]);

const index = v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0)));
const flowScope = v.strictObject({ metro: index, sector: index });

const requestSchema = v.variant('type', [
	v.strictObject({ type: v.literal('open'), what: openRoom }),
	v.strictObject({
		type: v.literal('commitDecision'),
		decision: text,
		rationale: v.nullable(text),
		confidencePct: v.nullable(v.number())
	}),
	v.strictObject({ type: v.literal('withdrawDecision'), decision: text }),
	v.strictObject({ type: v.literal('goOn') }),
	v.strictObject({
		type: v.literal('setPace'),
		pace: v.nullable(v.pipe(v.number(), v.minValue(0.01), v.maxValue(10_000)))
	}),
	v.strictObject({ type: v.literal('pause') }),
	v.strictObject({ type: v.literal('resume') }),
	v.strictObject({ type: v.literal('stopHere') }),
	/** What is in a command, its room checks. */
	v.strictObject({
		type: v.literal('command'),
		body: v.strictObject({ type: text, payload: v.record(text, v.unknown()) })
	}),
	v.strictObject({ type: v.literal('saveLog') }),
	v.strictObject({ type: v.literal('checkClaim') }),
	v.strictObject({ type: v.literal('listRuns') }),
	v.strictObject({ type: v.literal('forgetRun'), runId: text }),
	v.strictObject({ type: v.literal('watchMap'), on: v.boolean() }),
	v.strictObject({ type: v.literal('watchFlows'), scope: v.nullable(flowScope) }),
	v.strictObject({ type: v.literal('previewMap'), scenarioId: text }),
	v.strictObject({ type: v.literal('lookBack'), minute: v.nullable(v.number()) }),
	v.strictObject({ type: v.literal('leave') })
]);
/** What a page asks of a room. */
export type RoomRequest = v.InferOutput<typeof requestSchema>;

/** A request as it arrived, or null where it is none. */
export function readRequest(message: unknown): RoomRequest | null {
	const read = v.safeParse(requestSchema, message);
	return read.success ? read.output : null;
}

/** For each kind of message, the fields without which it is none. What is in them, the room has made itself. */
const MESSAGES: Readonly<Record<RoomMessage['type'], readonly string[]>> = {
	ready: ['scenarios'],
	opened: ['facts', 'writer', 'seed'],
	room: ['projection', 'progress', 'purses'],
	frames: ['frames'],
	samples: ['samples'],
	refused: ['what'],
	notOpened: ['what', 'canRetry'],
	catchingUp: ['share'],
	resumed: ['minute'],
	notAsStored: ['what'],
	readOnlyLog: ['name', 'reason', 'results', 'harm', 'canSave'],
	hotWash: ['hotWash', 'stateHash'],
	kept: ['ok', 'code', 'why'],
	tookOver: [],
	asComputedThen: ['reason'],
	runs: ['runs'],
	log: ['fileName', 'text'],
	mapFacts: ['facts'],
	snapshot: ['snapshot'],
	mapPreview: ['scenarioId', 'facts', 'snapshot', 'seats'],
	restarted: ['what'],
	slow: ['isSlow'],
	failed: ['what']
};

/** A message as it arrived, or null where it is none. */
export function readMessage(message: unknown): RoomMessage | null {
	if (typeof message !== 'object' || message === null || !('type' in message)) return null;
	const { type } = message;
	if (typeof type !== 'string' || !Object.hasOwn(MESSAGES, type)) return null;
	const isWhole = MESSAGES[type as RoomMessage['type']].every((field) => Object.hasOwn(message, field));
	return isWhole ? (message as RoomMessage) : null;
}

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
