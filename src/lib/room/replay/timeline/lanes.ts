import type { RoomState } from '../../../exercise/state.ts';
import type { ReplayEntry, ReplayLane } from './entry.ts';
import type { ReplayNames } from './replay-timeline.ts';

/** The rows of a time line, in their order: those of people first among roles, and none that would be empty but people's. */
export function lanesOf(
	{ roles }: Pick<ReplayNames, 'roles'>,
	{ seats, worlds }: RoomState,
	entries: readonly ReplayEntry[]
): ReplayLane[] {
	const used = new Set(entries.map(({ lane }) => lane));
	const peoples = new Set(Object.values(seats).flatMap(({ role, bot }) => (bot === null ? [role] : [])));
	const isShared = Object.values(worlds).some(({ team }) => team === null);
	const ofRoles = roles
		.map(({ id, name }): ReplayLane & { kind: 'role' } => {
			return { id: `role:${id}`, kind: 'role', name, isPeoples: peoples.has(id) };
		})
		.filter(({ id, isPeoples }) => used.has(id) || (isShared && isPeoples))
		.sort((a, b) => Number(b.isPeoples) - Number(a.isPeoples));
	const teams = [...new Set(Object.values(worlds).flatMap(({ team }) => team ?? []))];
	const ofTeams = teams
		.map((team): ReplayLane => ({ id: `team:${team}`, kind: 'team', team }))
		.filter(({ id }) => used.has(id));
	const rest = (['assessment', 'record'] as const).map((kind): ReplayLane => ({ id: kind, kind }));
	const first = (['exercise', 'injects'] as const).map((kind): ReplayLane => ({ id: kind, kind }));
	return [...first, ...ofTeams, ...ofRoles, ...rest].filter(
		({ id, kind }) => kind === 'role' || used.has(id)
	);
}
