import * as v from 'valibot';
import { fullOf } from '../log/capacity.ts';
import { COMMANDS, ruleOf, type AnyRule } from './commands.ts';
import type { ExerciseRoom, Sender } from './rule.ts';
import type { RoomEvent } from '../log/events.ts';
import { fieldFault } from '../log/field-fault.ts';
import { tokenField } from '../log/fields.ts';
import { refuse, type Refusal } from './refusals.ts';
import type { ExerciseScenario } from '../scenario/scenario.ts';
import type { RoomState } from '../state.ts';

/** The answer to a command; every command gets one. `events` are to be appended, then folded. */
export type Answer =
	/** Accepted; the room is at `version` once the events are in. `again`: this is the answer to a resend. */
	| {
			readonly kind: 'accepted';
			readonly version: number;
			readonly events: readonly RoomEvent[];
			again: boolean;
	  }
	| { readonly kind: 'refused'; readonly refusal: Refusal }
	/** The sender decided on another state of the room than this one, and is to look again. */
	| { readonly kind: 'behind'; readonly version: number };

/** A command as it travels; what is in `payload` depends on its type. */
const envelope = v.strictObject({
	/** Made by the client; a resend carries the same id. */
	id: tokenField,
	type: v.string(),
	/** The version that the sender has seen, where that matters to it. */
	expectedVersion: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(0))),
	payload: v.pipe(
		v.unknown(),
		v.check((payload) => !Array.isArray(payload), 'aList')
	)
});

/**
 * What a command leads to. Changes nothing, never throws, and never trusts `command`: anything may have been sent.
 * `by` is trusted: the caller has made sure of it.
 */
export function decide(scenario: ExerciseScenario, state: RoomState, command: unknown, by: Sender): Answer {
	const outer = v.safeParse(envelope, command);
	if (!outer.success) return malformed(outer.issues);
	const { id, type, expectedVersion, payload } = outer.output;

	const before = state.accepted.find((accepted) => accepted.id === id);
	if (before !== undefined) return { kind: 'accepted', version: before.version, events: [], again: true };
	const rule = ruleOf(type);
	if (rule === undefined) {
		return refused(refuse('unknownCommand', { id: type.slice(0, 80), known: Object.keys(COMMANDS) }));
	}
	const room = { scenario, state };
	const obstacle = notPermitted(rule, room, by);
	if (obstacle !== null) return refused(obstacle);
	if (expectedVersion !== undefined && expectedVersion !== state.version) {
		return { kind: 'behind', version: state.version };
	}
	const inner = v.safeParse(rule.payload, payload);
	if (!inner.success) return malformed(inner.issues);
	const decided = rule.decide(room, inner.output, by, id);
	if ('refusal' in decided) return refused(decided);
	for (const [index, event] of decided.events.entries()) {
		const full = fullOf({ ...state, version: state.version + index }, event);
		if (full !== null) return refused(refuse('roomFull', full));
	}
	const events = decided.events.map(({ type, ...rest }) => ({ type, command: id, ...rest }) as RoomEvent);
	return { kind: 'accepted', version: state.version + events.length, events, again: false };
}

function notPermitted(
	rule: AnyRule,
	{ state }: ExerciseRoom,
	by: Sender
): { readonly refusal: Refusal } | null {
	const { type } = rule;
	if (!rule.senders.includes(by.kind)) {
		return refuse('notAllowed', { command: type, senders: rule.senders, by: by.kind });
	}
	if (state.exercise === null && type !== 'createExercise') {
		return refuse('noExercise', {});
	}
	const phase = state.position.phase;
	if (!rule.phases.includes(phase) && type !== 'createExercise') {
		return refuse('wrongPhase', { command: type, phases: rule.phases, phase });
	}
	if (state.position.clock === 'paused' && rule.whilePaused !== true) {
		return refuse('paused', {});
	}
	return null;
}

function refused({ refusal }: { readonly refusal: Refusal }): Answer {
	return { kind: 'refused', refusal };
}

function malformed([first]: [v.BaseIssue<unknown>, ...v.BaseIssue<unknown>[]]): Answer {
	const place = v.getDotPath(first)?.slice(0, 80) ?? null;
	return refused(refuse('malformed', { place, fault: fieldFault(first) }));
}
