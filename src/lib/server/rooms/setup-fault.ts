import { longestHoldMin } from '../../exercise/availability/record-hold.ts';
import type { ExerciseScenario } from '../../exercise/scenario/scenario.ts';
import type { RoomSetup } from '../../room/people/setup.ts';

/** What of a setup does not fit its scenario, where it stands in the setup, and what would. */
export interface SetupFault {
	readonly code:
		'unknownScenario' | 'unknownCut' | 'unknownRole' | 'roleTwice' | 'teamTwice' | 'noSignal' | 'heldTooLong';
	/** Path in the setup: `teams.1.roles.0`. */
	readonly at: string;
	readonly id: string;
	readonly known: readonly string[];
}

/**
 * The first thing in a setup that does not fit its scenario, or null.
 * @param scenario undefined: there is none of this id
 */
export function setupFault(
	setup: RoomSetup,
	scenario:
		Pick<ExerciseScenario, 'cuts' | 'roles' | 'signal' | 'record' | 'decisions' | 'horizonMin'> | undefined,
	scenarios: readonly string[]
): SetupFault | null {
	const { scenarioId, cut, teams, bots } = setup;
	if (scenario === undefined)
		return { code: 'unknownScenario', at: 'scenarioId', id: scenarioId, known: scenarios };
	const cuts = scenario.cuts.map(({ id }) => id);
	if (!cuts.includes(cut)) return { code: 'unknownCut', at: 'cut', id: cut, known: cuts };
	const { signal, heldUntilMin = 0 } = setup;
	if (scenario.signal === undefined && (signal !== undefined || heldUntilMin > 0))
		return { code: 'noSignal', at: 'signal', id: signal ?? '', known: [] };
	if (heldUntilMin > 0 && heldUntilMin > longestHoldMin(scenario))
		return { code: 'heldTooLong', at: 'heldUntilMin', id: String(heldUntilMin), known: [] };
	const roles = scenario.roles.map(({ id }) => id);
	const taken = new Set<string>();
	for (const [index, team] of teams.entries()) {
		if (teams.findIndex(({ id }) => id === team.id) < index)
			return { code: 'teamTwice', at: `teams.${index}.id`, id: team.id, known: [] };
		for (const [place, role] of team.roles.entries()) {
			const at = `teams.${index}.roles.${place}`;
			if (!roles.includes(role)) return { code: 'unknownRole', at, id: role, known: roles };
			if (setup.ways !== 'parallel' && taken.has(role)) return { code: 'roleTwice', at, id: role, known: [] };
			taken.add(role);
		}
	}
	for (const role of Object.keys(bots)) {
		const at = `bots.${role}`;
		if (!roles.includes(role)) return { code: 'unknownRole', at, id: role, known: roles };
	}
	return null;
}
