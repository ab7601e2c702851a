import { TEAMS_MOST, type RoomSetup } from '../../room/people/setup.ts';
import type { HostedRole, RoomChoice } from './host-view.ts';

/** Teams that all play the same, each in a world of its own, before their room is opened. */
export interface ParallelPlan {
	/** Id of the role that all play; null: the whole table. */
	readonly role: string | null;
	/** How many teams there are. */
	readonly count: number;
}

export const COUNTS: readonly number[] = Array.from({ length: TEAMS_MOST - 1 }, (_, n) => n + 2);

/** Four teams, all of the first role that a team would choose: one that is neither vendor nor platform. */
export function firstParallelPlan(roles: readonly HostedRole[]): ParallelPlan {
	const role = roles.find(({ kind }) => kind !== 'vendor' && kind !== 'platform') ?? roles[0];
	return { role: role?.id ?? null, count: 4 };
}

/** What a room is opened with. The computer plays all other roles as they were played on the day. */
export function parallelSetup(
	{ role, count }: ParallelPlan,
	roles: readonly HostedRole[],
	choice: RoomChoice,
	nameOf: (number: number) => string
): RoomSetup {
	const played = role === null ? roles.map(({ id }) => id) : [role];
	const teams = Array.from({ length: count }, (_, index) => ({
		id: `team-${index + 1}`,
		name: nameOf(index + 1),
		roles: played
	}));
	return { ...choice, ways: 'parallel', teams, bots: {} };
}
