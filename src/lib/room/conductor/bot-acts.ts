import type { BotCommand, Policy } from '../../exercise/bots/policy.ts';
import type { ExerciseRoom } from '../../exercise/commands/rule.ts';
import type { RoomEvent } from '../../exercise/log/events.ts';
import { isInRounds, type Phase } from '../../exercise/phases/phases.ts';
import { decisionOf, type ExerciseScenario } from '../../exercise/scenario/scenario.ts';
import { entry, isPlayed, PREPARATION_MIN, type RoomState } from '../../exercise/state.ts';

/** What bots do in a world after `sinceMin` and up to `minute`. */
export function botActs(
	room: ExerciseRoom,
	policies: readonly Policy[],
	world: string,
	sinceMin: number,
	minute: number
): BotCommand[] {
	return policies.flatMap((policy) => policy.acts(room, { world, sinceMin, minute }));
}

/** The minute up to which the bots of a world have been asked: nothing that they do by then is still to come. */
export function askedUntil({ position }: RoomState, events: readonly RoomEvent[], world: string): number {
	if (!isInRounds(position.phase)) return PREPARATION_MIN;
	const minutes = stopsOf(events, world);
	if (position.step === 'advance') return minutes.at(-1) ?? 0;
	// In an open round they act when it is closed.
	return minutes.length === 0 ? PREPARATION_MIN : (minutes.at(-2) ?? 0);
}

/** Whether a command is a decision of this phase alone. */
export function isForOnly(phase: Phase, scenario: ExerciseScenario, { body }: BotCommand): boolean {
	if (body.type !== 'commitDecision') return false;
	const phases = decisionOf(scenario, body.payload.decision)?.phases;
	return phases !== undefined && phases.every((one) => one === phase);
}

/** The minute that a world has reached. */
export function minuteOf({ worlds }: RoomState, world: string): number {
	return entry(worlds, world)?.minute ?? 0;
}

/** Worlds that run: what-ifs stand where they were opened. */
export function runningWorlds({ worlds }: RoomState): string[] {
	return Object.keys(worlds).filter((id) => isPlayed(worlds, worlds[id]));
}

/** The minutes at which time has stopped in a world, with those of the world whose past it shares. */
function stopsOf(events: readonly RoomEvent[], world: string): number[] {
	const own = events.flatMap((event) =>
		event.type === 'timeAdvanced' && event.world === world ? [event.toMin] : []
	);
	const opened = events.findIndex((event) => event.type === 'worldOpened' && event.world === world);
	const event = events[opened];
	if (event?.type !== 'worldOpened' || event.fork === null) return own;
	return [...stopsOf(events.slice(0, opened), event.fork.of), ...own];
}
