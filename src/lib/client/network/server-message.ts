import * as v from 'valibot';
import type { ServerMessage } from '../../room/protocol/protocol.ts';

const schema = v.variant('type', [
	v.object({ type: v.literal('welcome'), protocol: v.number(), build: v.string(), nowMs: v.number() }),
	v.object({
		type: v.literal('changes'),
		cursor: v.string(),
		all: v.boolean(),
		parts: v.record(v.string(), v.unknown()),
		patches: v.optional(v.record(v.string(), v.any()))
	}),
	v.object({ type: v.literal('beat') })
]);

const answerSchema = v.object({ messages: v.array(schema) });

/** A pushed message as it arrived, or null where it is none. */
export function readServerMessage(text: string): ServerMessage | null {
	const read = v.safeParse(schema, jsonOf(text));
	return read.success ? read.output : null;
}

/** The messages that a poll was answered with, or null where it is no such answer. */
export function readPolled(body: unknown): readonly ServerMessage[] | null {
	const read = v.safeParse(answerSchema, body);
	return read.success ? read.output.messages : null;
}

function jsonOf(text: string): unknown {
	try {
		return JSON.parse(text) as unknown;
	} catch {
		return null;
	}
}
