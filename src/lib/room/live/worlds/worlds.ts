import { worldOfTeam } from '../../../exercise/commands/create-exercise.ts';
import type { RoomState } from '../../../exercise/state.ts';
import { runningWorlds } from '../../conductor/bot-acts.ts';
import { teamOf, type ShownBallot } from '../ballots/ballots.ts';
import type { Live } from '../live.ts';

type Of = Pick<Live, 'summary'>;

/** The worlds of a room's teams: the only place that knows in which one a team acts. */

/**
 * Where each team plays in a world of its own there is one more that bots alone play: it gives the clock, it is what the
 * stage shows, and a team that comes late begins from it. A team of its own, and a world, by this id.
 */
export const BOT_TEAM = 'bot.all';

/** Whether each team plays in a world of its own. */
export function isParallel({ summary }: Of): boolean {
	return summary.setup.ways === 'parallel';
}

/** The world in which a team acts. */
export function worldOf(live: Of, team: string): string {
	return worldOfTeam(live.summary.setup.ways ?? 'shared', team);
}

/** The worlds that people or bots play. */
export function worldsOf(state: RoomState): readonly string[] {
	return runningWorlds(state);
}

/** The world by whose minute everybody's clock goes: all worlds of a room are at the same one. */
export function clockWorld(live: Of): string {
	return worldOf(live, BOT_TEAM);
}

/** The seat of a team for a role. Roles are taken once in a shared world, and in others once by each team. */
export function seatIdOf(live: Of, team: string, role: string): string {
	return isParallel(live) ? `${team}.${role}` : role;
}

/** The world in which what wins is decided. */
export function worldOfBallot(live: Of, ballot: Pick<ShownBallot, 'to'>): string {
	const team = teamOf(ballot);
	return team === null ? clockWorld(live) : worldOf(live, team);
}
