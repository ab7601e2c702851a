import { agreesWith } from '../availability/agreement.ts';
import type { CommandBody } from '../commands/commands.ts';
import type { ExerciseRoom, Sender } from '../commands/rule.ts';
import type { Localized } from '../log/fields.ts';
import { decisionOf, type ExerciseScenario } from '../scenario/scenario.ts';
import { seatsIn, type RoomState } from '../state.ts';

/** A moment at which policies are asked what they do: everything due after `sinceMin`, up to `minute`. */
export interface Moment {
	readonly world: string;
	readonly sinceMin: number;
	readonly minute: number;
}

/** One thing that a policy wants done, and in whose name. */
export interface BotCommand {
	readonly by: Sender;
	readonly body: CommandBody;
}

/** A way to play, for one role or for all: it makes commands like anybody else and can be refused like anybody. */
export interface Policy {
	readonly name: string;
	/** What is to be done now. In preparation the moment's minute is before 0. */
	readonly acts: (room: ExerciseRoom, moment: Moment) => readonly BotCommand[];
	/** The next minute after `minute` at which to be asked; null: none. */
	readonly nextMin: (room: ExerciseRoom, minute: number) => number | null;
}

/** A character that plays any role. As a policy of its own it plays all of them. */
export interface Bot extends Policy {
	/** What it does, in a sentence for those who choose it. */
	readonly text: Localized;
	/** How it plays one role: others are left alone. */
	readonly policyFor: (role: string) => Policy;
}

/** A bot of the policies that it has for each role. */
export function botOf(name: string, text: Localized, policyFor: (role: string) => Policy): Bot {
	return {
		name,
		text,
		policyFor,
		acts: (room, moment) => room.scenario.roles.flatMap(({ id }) => policyFor(id).acts(room, moment)),
		nextMin(room, minute) {
			const next = room.scenario.roles.flatMap(({ id }) => policyFor(id).nextMin(room, minute) ?? []);
			return next.length === 0 ? null : Math.min(...next);
		}
	};
}

/** The seat that speaks for a role in a world, or undefined where nobody took one. */
export function seatFor(state: RoomState, role: string | undefined, world: string): string | undefined {
	const seats = seatsIn(state, world);
	return Object.keys(seats).find((id) => seats[id].role === role);
}

/** The seat whose agreement a decision needs in a world; undefined: it needs none. */
export function agreeingSeat(
	scenario: ExerciseScenario,
	state: RoomState,
	world: string,
	decision: string
): string | undefined {
	const known = decisionOf(scenario, decision);
	const role = known === undefined ? null : agreesWith(known, state, world);
	return role === null ? undefined : seatFor(state, role, world);
}

/** A seat agrees to what another has decided. */
export function agrees(seat: string, world: string, decision: string): BotCommand {
	const payload = { world, decision, agrees: true };
	return { by: { kind: 'seat', seat }, body: { type: 'confirmDecision', payload } };
}

/** A decision taken by a seat, without a word about it. */
export function decides(seat: string, world: string, decision: string): BotCommand {
	const payload = { world, decision, rationale: null, confidencePct: null };
	return { by: { kind: 'seat', seat }, body: { type: 'commitDecision', payload } };
}
