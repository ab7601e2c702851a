import type { RoomState } from '../../exercise/state.ts';
import type { Material } from './material.ts';

/** The teams that people played; where there is none, every team. Each in the world in which it acted. */
export function teamsOf({ scenario }: Material['pack'], state: RoomState) {
	const seats = Object.values(state.seats);
	const people = seats.filter(({ bot }) => bot === null);
	const shown = people.length > 0 ? people : seats;
	return [...new Set(shown.map(({ team }) => team))].flatMap((team) => {
		const ids = new Set(shown.filter((seat) => seat.team === team).map(({ role }) => role));
		const roles = scenario.roles.filter(({ id }) => ids.has(id));
		const world = worldOf(state, team);
		return world === null ? [] : [{ team, roles, world }];
	});
}

function worldOf({ worlds }: RoomState, team: string): string | null {
	const all = Object.entries(worlds);
	const own = all.find(([, world]) => world.team === team);
	const shared = all.find(([, world]) => world.team === null && world.fork === null);
	return (own ?? shared)?.[0] ?? null;
}
