import type * as v from 'valibot';
import type { NewEvent } from '../log/events.ts';
import type { Phase } from '../phases/phases.ts';
import { refuse, type Refusal } from './refusals.ts';
import type { ExerciseScenario } from '../scenario/scenario.ts';
import { entry, type RoomState, type Seat, type WorldState } from '../state.ts';

/** Who sends a command. The room's clock acts for the facilitator; a guest is somebody without a seat. */
export type Sender =
	| { readonly kind: 'facilitator' }
	| { readonly kind: 'clock' }
	/** `seat`: of several evaluators, which one. */
	| { readonly kind: 'evaluator'; readonly seat?: string }
	| { readonly kind: 'seat'; readonly seat: string }
	| { readonly kind: 'guest' };

/** A room as deciders see it: the scenario and what the log adds up to. */
export interface ExerciseRoom {
	readonly scenario: ExerciseScenario;
	readonly state: RoomState;
}

/** What is accepted is in the log, also where it changes nothing: so that a resend is known as one. */
export type Decided = { readonly events: readonly [NewEvent, ...NewEvent[]] } | { readonly refusal: Refusal };

/** One command: what it carries, who may send it, in which phases, and what it leads to. */
export interface CommandRule<Type extends string, Payload extends v.GenericSchema> {
	readonly type: Type;
	readonly payload: Payload;
	readonly senders: readonly Sender['kind'][];
	readonly phases: readonly Phase[];
	/** Whether it is also taken while the exercise is paused. */
	readonly whilePaused?: true;
	/** Changes nothing: says what would happen, or why not. */
	readonly decide: (
		room: ExerciseRoom,
		payload: v.InferOutput<Payload>,
		by: Sender,
		/** The id under which the command was sent. */
		command: string
	) => Decided;
}

/** Ties the type of a command's decider to its schema. */
export function commandRule<const Type extends string, Payload extends v.GenericSchema>(
	rule: CommandRule<Type, Payload>
): CommandRule<Type, Payload> {
	return rule;
}

/** What a helper of a decider found, or the refusal that the decider passes on. */
export type Found<Value> = { readonly value: Value } | { readonly refusal: Refusal };

export function findWorld({ state }: ExerciseRoom, id: string): Found<WorldState> {
	const value = entry(state.worlds, id);
	return value !== undefined ? { value } : refuse('unknownWorld', { id, known: Object.keys(state.worlds) });
}

export function findSeat({ state }: ExerciseRoom, id: string): Found<Seat> {
	const value = entry(state.seats, id);
	return value !== undefined ? { value } : refuse('unknownSeat', { seat: id });
}

/** The seat that sends a command. */
export function findSender(
	room: ExerciseRoom,
	by: Sender,
	command: string
): Found<Seat & { readonly id: string }> {
	if (by.kind !== 'seat') return refuse('notAllowed', { command, senders: ['seat'], by: by.kind });
	const found = findSeat(room, by.seat);
	return 'refusal' in found ? found : { value: { ...found.value, id: by.seat } };
}

/** The world in which a seat acts: everybody's or its own team's. */
export function findOwnWorld(room: ExerciseRoom, seat: Seat, id: string): Found<WorldState> {
	const found = findWorld(room, id);
	if ('refusal' in found || found.value.team === null || found.value.team === seat.team) return found;
	return refuse('notYourWorld', { world: id });
}
