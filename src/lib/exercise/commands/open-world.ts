import type { NewEvent, Signal } from '../log/events.ts';
import type { ExerciseScenario } from '../scenario/scenario.ts';
import { PREPARATION_MIN } from '../state.ts';

/** Opens a world at its beginning, with what the vendor sees in this exercise. */
export function openWorld(
	{ signal }: Pick<ExerciseScenario, 'signal'>,
	{ world, team, sees }: { readonly world: string; readonly team: string | null; readonly sees: Signal }
): NewEvent[] {
	const settings = sees === 'asItWas' ? [] : (signal?.[sees] ?? []);
	return [
		{ type: 'worldOpened', world, team, fork: null },
		...settings.map((setting) => ({ type: 'settingMade', world, atMin: PREPARATION_MIN, setting }) as const)
	];
}
