import { askedOf } from '../availability/agreement.ts';
import { balanceOf, type BudgetBalance } from '../availability/budget.ts';
import { standingOf, type DecisionStanding } from '../availability/standing.ts';
import { SHARED_WORLD } from '../commands/create-exercise.ts';
import type { ExerciseScenario } from '../scenario/scenario.ts';
import { entry, isPlayed, type AskedDecision, type RoomState, type WorldState } from '../state.ts';
import { actsIn, type Sight } from './sight.ts';

/** What an audience needs to know of its own roles to decide: where decisions stand, and what is left to spend. */

/** The world in which a team acts: its own, or everybody's. */
export function ownWorldOf({ worlds }: RoomState, team: string | null): string | null {
	if (team === null) return null;
	if (entry(worlds, SHARED_WORLD)?.team === null) return SHARED_WORLD;
	const own = Object.entries(worlds).find(([, world]) => world.team === team && isPlayed(worlds, world));
	return own === undefined ? null : own[0];
}

export function standingsOf(
	scenario: ExerciseScenario,
	state: RoomState,
	sight: Sight,
	world: string
): Record<string, DecisionStanding> {
	const roles = rolesIn(scenario, sight, state.worlds[world]);
	return Object.fromEntries(
		scenario.decisions
			.filter(({ role }) => roles.includes(role))
			.map(({ id }) => [id, standingOf(scenario, state, world, id)])
	);
}

export function balancesOf(
	scenario: ExerciseScenario,
	state: RoomState,
	sight: Sight,
	world: WorldState
): Record<string, BudgetBalance> {
	return Object.fromEntries(
		rolesIn(scenario, sight, world).map((role) => [role, balanceOf(scenario, state, world, role)])
	);
}

/** What the audience's roles are asked to agree to. */
export function askedSeen(
	scenario: ExerciseScenario,
	state: RoomState,
	sight: Sight,
	world: string
): readonly AskedDecision[] {
	const roles = rolesIn(scenario, sight, state.worlds[world]);
	return roles.flatMap((role) => askedOf(scenario, state, world, role));
}

/** The roles that the audience plays in a world, in the scenario's order; for the staff, all. */
function rolesIn({ roles }: ExerciseScenario, sight: Sight, world: WorldState): string[] {
	if (!actsIn(sight, world)) return [];
	return roles.map(({ id }) => id).filter((id) => sight.staff || sight.roles.has(id));
}
