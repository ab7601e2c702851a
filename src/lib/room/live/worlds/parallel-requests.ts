import { isInRounds } from '../../../exercise/phases/phases.ts';
import { minuteReached, type RoomState } from '../../../exercise/state.ts';
import type { Sent } from '../../perform.ts';
import { TEAMS_MOST } from '../../people/setup.ts';
import { answerOf, answerOfStep, refused, type Handlers } from '../handlers.ts';
import { seatsOfTeam } from '../live-opening.ts';
import { BOT_TEAM, isParallel } from './worlds.ts';

const FACILITATOR = { kind: 'facilitator' } as const;

/** What facilitators ask for where each team plays in a world of its own. */
export const parallelRequests: Handlers<'formTeam' | 'look'> = {
	async formTeam(live, _by, { name }) {
		const { people, exercise, pack, summary } = live;
		if (!isParallel(live)) return refused('notNow', {});
		if (people.teams.length >= TEAMS_MOST) return refused('tooManyTeams', { most: TEAMS_MOST });
		// All teams play the same.
		const team = { id: nextId(people.teams), name, roles: [...people.teams[0]!.roles] };
		const roles = pack.scenario.roles.map(({ id }) => id);
		return exercise.whileHeld(async () => {
			const answer = answerOfStep(
				await exercise.perform([
					({ state }) => openWorld(state, team.id),
					() =>
						seatsOfTeam(roles, team, summary.setup).map((payload) => ({
							by: FACILITATOR,
							body: { type: 'takeSeat', payload }
						}))
				])
			);
			if (answer.kind !== 'accepted') return answer;
			await people.form(team);
			await live.catchUp(team.id);
			return answer;
		});
	},

	async look(live, by, { team }) {
		return answerOf(live, await live.people.look(by.id, isParallel(live) ? team : null));
	}
};

/** While the exercise runs a team begins where the others are, with what bots have done in its place until then. */
function openWorld(state: RoomState, team: string): Sent[] {
	if (!isInRounds(state.position.phase)) return [];
	const payload = { world: team, of: BOT_TEAM, atMin: minuteReached(state), team };
	return [{ by: FACILITATOR, body: { type: 'forkWorld', payload } }];
}

function nextId(teams: readonly { readonly id: string }[]): string {
	const numbers = teams.map(({ id }) => Number(id.replace(/\D/g, '')));
	const ids = new Set(teams.map(({ id }) => id));
	let number = Math.max(teams.length, ...numbers) + 1;
	while (ids.has(`team-${number}`)) number++;
	return `team-${number}`;
}
