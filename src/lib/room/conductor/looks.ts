import type { ExerciseRoom } from '../../exercise/commands/rule.ts';
import { figuresNow } from '../../exercise/injects/figures.ts';
import { injectsDue, injectsOpen } from '../../exercise/injects/injects-due.ts';
import { asPlanned } from '../../exercise/injects/plan.ts';
import { injectOf } from '../../exercise/scenario/scenario.ts';
import { entry } from '../../exercise/state.ts';
import type { Frame } from '../../sim/observe/frame.ts';
import { botActs } from './bot-acts.ts';
import type { Conducting } from './conductor.ts';

/** Whether an inject may become due in a world at this minute: then the world has to be looked at there. */
export function isWatched({ scenario, state }: ExerciseRoom, world: string, minute: number): boolean {
	const found = entry(state.worlds, world);
	return found !== undefined && injectsOpen(scenario, state, found, minute).length > 0;
}

/** Ids of the injects whose condition holds in a world as it is at a frame. */
export function dueIn({ scenario, state }: ExerciseRoom, world: string, frame: Frame): readonly string[] {
	const found = entry(state.worlds, world);
	return found === undefined ? [] : injectsDue(scenario, state, found, frame);
}

/** The figures that an inject tells of a world, as a part of the command that releases it: none where it tells none. */
export function figuresFor(
	{ scenario, state }: ExerciseRoom,
	world: string,
	inject: string,
	look: () => Frame | undefined
): { readonly figures?: Record<string, number> } {
	const found = entry(state.worlds, world);
	const planned = asPlanned(scenario, state);
	const frame = injectOf(planned, inject)?.figured === undefined ? undefined : look();
	if (found === undefined || frame === undefined) return {};
	return { figures: { ...figuresNow(planned, found, inject, frame) } };
}

/**
 * Whether time has to stop for a bot at a minute at which the world is looked at. A bot in whose way somebody stood tries
 * again: where people play, when the world halts; among bots alone, wherever it is looked at.
 */
export function isBotWaiting(
	room: ExerciseRoom,
	{ policiesIn, waitsForPeople }: Conducting,
	world: string,
	sinceMin: number,
	minute: number
): boolean {
	return !waitsForPeople && botActs(room, policiesIn(world), world, sinceMin, minute).length > 0;
}
