import { decide, type Answer } from '../exercise/commands/decide.ts';
import type { CommandBody } from '../exercise/commands/commands.ts';
import type { Refusal } from '../exercise/commands/refusals.ts';
import type { ExerciseRoom, Sender } from '../exercise/commands/rule.ts';
import type { RoomEvent } from '../exercise/log/events.ts';
import { foldLog } from '../exercise/log/evolve.ts';

/** A command and in whose name it is sent. One without an id is the room's own: it gets one. */
export interface Sent {
	readonly by: Sender;
	readonly body: CommandBody;
	readonly id?: string;
}

/** What is to be sent next, given the room as it stands then. */
export type Step = (view: ExerciseRoom) => readonly Sent[];

/** What steps have led to. Nothing has been kept yet. */
export interface Performed extends ExerciseRoom {
	readonly events: readonly RoomEvent[];
	readonly refusals: readonly { readonly body: CommandBody; readonly refusal: Refusal }[];
	/** To the command that was sent last; null: none was. */
	readonly answer: Answer | null;
}

/** Decides on what steps send, one after the other, each on the room that those before it have led to. */
export function perform(view: ExerciseRoom, steps: readonly Step[]): Performed {
	const { scenario } = view;
	let { state } = view;
	let answer: Answer | null = null;
	const events: RoomEvent[] = [];
	const refusals: { body: CommandBody; refusal: Refusal }[] = [];
	for (const step of steps) {
		for (const { by, body, id } of step({ scenario, state })) {
			// Unique in its room: every accepted command raises the version.
			answer = decide(scenario, state, { id: id ?? `room.${state.version}`, ...body }, by);
			if (answer.kind === 'refused') refusals.push({ body, refusal: answer.refusal });
			if (answer.kind !== 'accepted') continue;
			events.push(...answer.events);
			state = foldLog(answer.events, state);
		}
	}
	return { scenario, state, events, refusals, answer };
}
