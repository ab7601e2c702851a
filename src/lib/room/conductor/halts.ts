import type { Policy } from '../../exercise/bots/policy.ts';
import type { ExerciseRoom } from '../../exercise/commands/rule.ts';
import { asPlanned } from '../../exercise/injects/plan.ts';
import { nextStop } from '../../exercise/phases/rounds.ts';
import { entry } from '../../exercise/state.ts';
import { gridMinuteFrom } from '../../sim/time/grid.ts';

/** Where a world halts next; `opens`: a round of decisions opens there. */
export interface Halt {
	readonly minute: number;
	readonly opens: boolean;
}

/**
 * The next halt of a world: a stop of the cut, what a bot does, or the end of the scenario.
 *
 * @param asksAt minutes at which people ask for a round besides, ascending
 */
export function nextHalt(
	view: ExerciseRoom,
	worldId: string,
	policies: readonly Policy[],
	asksAt: readonly number[] = []
): Halt {
	const { scenario, state } = view;
	const from = entry(state.worlds, worldId)?.minute ?? 0;
	const planned = nextStop(asPlanned(scenario, state), state.exercise?.cut ?? null, from);
	const asked = asksAt.find((minute) => minute > from) ?? null;
	const stop = planned === null || asked === null ? (planned ?? asked) : Math.min(planned, asked);
	const acts = policies.flatMap((policy) => policy.nextMin(view, from) ?? []);
	const halt = Math.min(stop ?? scenario.horizonMin, ...acts);
	const minute = Math.min(gridMinuteFrom(scenario.spans, halt), scenario.horizonMin);
	return { minute, opens: minute === stop };
}
