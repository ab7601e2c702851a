import type { BotProfile } from '../../exercise/log/events.ts';
import type { ExerciseScenario } from '../../exercise/scenario/scenario.ts';
import { openingSteps, type SeatSetup, type VendorSetup } from '../opening.ts';
import type { Step } from '../perform.ts';
import type { RoomSetup } from '../people/setup.ts';
import { BOT_TEAM } from './worlds/worlds.ts';

/** Creates the exercise of a room: a seat for each role, in the team that plays it, or with a bot in it. */
export function liveOpeningSteps({ roles }: ExerciseScenario, setup: RoomSetup): Step[] {
	const { seed, cut, teams } = setup;
	const ids = roles.map(({ id }) => id);
	if (setup.ways === 'parallel') {
		const all = [{ id: BOT_TEAM, roles: [] }, ...teams];
		return openingSteps(
			seed,
			cut,
			all.flatMap((team) => seatsOfTeam(ids, team, setup)),
			'parallel',
			vendorSetup(setup)
		);
	}
	const seats = ids.map((role): SeatSetup => {
		const team = teams.find((one) => one.roles.includes(role));
		if (team !== undefined) return { seat: role, role, team: team.id, bot: null };
		return { seat: role, role, team: `bot.${role}`, bot: botOf(setup, role) };
	});
	return openingSteps(seed, cut, seats, 'shared', vendorSetup(setup));
}

function vendorSetup({ signal, heldUntilMin }: RoomSetup): VendorSetup {
	return { ...(signal !== undefined && { signal }), ...(heldUntilMin !== undefined && { heldUntilMin }) };
}

/** Seats of a team in a world of its own: for people those that it plays, with bots in all others. */
export function seatsOfTeam(
	roles: readonly string[],
	team: { readonly id: string; readonly roles: readonly string[] },
	setup: Pick<RoomSetup, 'bots'>
): SeatSetup[] {
	return roles.map((role) => ({
		seat: `${team.id}.${role}`,
		role,
		team: team.id,
		bot: team.roles.includes(role) ? null : botOf(setup, role)
	}));
}

/** How a bot plays a role. */
export function botOf({ bots }: Pick<RoomSetup, 'bots'>, role: string): BotProfile {
	return Object.hasOwn(bots, role) ? bots[role]! : 'record';
}
