import { decisionOf, type ExerciseDecision, type ExerciseScenario } from '../scenario/scenario.ts';
import { entry, seatsIn, type AskedDecision, type RoomState } from '../state.ts';

/**
 * The role whose agreement a decision needs in a world; null: it needs none, because the scenario asks for none, nobody
 * plays that role, or those who decide play it as well.
 */
export function agreesWith(
	{ confirmedBy, role }: Pick<ExerciseDecision, 'confirmedBy' | 'role'>,
	state: RoomState,
	world: string
): string | null {
	if (confirmedBy === undefined) return null;
	const seats = Object.values(seatsIn(state, world));
	const asker = seats.find((seat) => seat.role === role);
	const others = seats.filter((seat) => seat.role === confirmedBy);
	return others.some((seat) => seat.team !== asker?.team) ? confirmedBy : null;
}

/** What a role has been asked to agree to in a world and has not answered. */
export function askedOf(
	scenario: ExerciseScenario,
	state: RoomState,
	world: string,
	role: string
): readonly AskedDecision[] {
	const asked = entry(state.worlds, world)?.asked ?? [];
	return asked.filter(
		({ decision, declinedMin }) =>
			declinedMin === null && decisionOf(scenario, decision)?.confirmedBy === role
	);
}
