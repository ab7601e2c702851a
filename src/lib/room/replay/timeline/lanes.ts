import { seatsIn, type RoomState } from '../../../exercise/state.ts';
import type { ReplayEntry, ReplayLane } from './entry.ts';
import type { ReplayNames } from './replay-timeline.ts';

/** The rows of a time line, in their order: those of people first among roles, and none that would be empty but people's. */
export function lanesOf(
	{ roles }: Pick<ReplayNames, 'roles'>,
	state: RoomState,
	entries: readonly ReplayEntry[]
): ReplayLane[] {
	const { seats, worlds } = state;
	const used = new Set(entries.map(({ lane }) => lane));
	const peoples = new Set(Object.values(seats).flatMap(({ role, bot }) => (bot === null ? [role] : [])));
	const isShared = Object.values(worlds).some(({ team }) => team === null);
	const ofRoles = roles
		.map(({ id, name }): ReplayLane & { kind: 'role' } => {
			return { id: `role:${id}`, kind: 'role', name, isPeoples: peoples.has(id) };
		})
		.filter(({ id, isPeoples }) => used.has(id) || (isShared && isPeoples))
		.sort((a, b) => Number(b.isPeoples) - Number(a.isPeoples));
	const ofTeams = Object.entries(worlds)
		.flatMap(([world, { team }]): (ReplayLane & { kind: 'team' })[] =>
			team === null ? [] : [{ id: `team:${team}`, kind: 'team', team, isBots: isBotsAlone(state, world) }]
		)
		.filter(({ id }) => used.has(id))
		.sort((a, b) => Number(a.isBots) - Number(b.isBots));
	const rest = (['summit', 'assessment', 'record'] as const).map((kind): ReplayLane => ({ id: kind, kind }));
	const first = (['exercise', 'injects'] as const).map((kind): ReplayLane => ({ id: kind, kind }));
	return [...first, ...ofTeams, ...ofRoles, ...rest].filter(
		({ id, kind }) => kind === 'role' || used.has(id)
	);
}

/** Whether bots alone act in a world. */
export function isBotsAlone(state: RoomState, world: string): boolean {
	return Object.values(seatsIn(state, world)).every(({ bot }) => bot !== null);
}
