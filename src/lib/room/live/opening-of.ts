import type { ExerciseScenario } from '../../exercise/scenario/scenario.ts';
import { openingSteps, type SeatSetup } from '../opening.ts';
import type { Step } from '../perform.ts';
import type { RoomSetup } from '../people/setup.ts';

/** Creates the exercise of a room: a seat for each role, in the team that plays it, or with a bot in it. */
export function openingOf({ roles }: ExerciseScenario, { seed, cut, teams, bots }: RoomSetup): Step[] {
	const seats = roles.map(({ id }): SeatSetup => {
		const team = teams.find((one) => one.roles.includes(id));
		if (team !== undefined) return { seat: id, role: id, team: team.id, bot: null };
		return { seat: id, role: id, team: `bot.${id}`, bot: Object.hasOwn(bots, id) ? bots[id]! : 'record' };
	});
	return openingSteps(seed, cut, seats);
}
