import type { Live } from './live.ts';
import type { LiveDoor } from './live-room-contract.ts';
import { SEATS_A_TEAM_MOST } from './people/people.ts';
import { clockWorld } from './worlds/worlds.ts';

/** Before these are over the exercise has no minute. */
const BEFORE: readonly string[] = ['lobby', 'briefing', 'preparation'];

/** What a room says at its door. */
export function doorOf(live: Live, endedAtMs: number | null): LiveDoor {
	const { people, pack, exercise } = live;
	const { phase } = exercise.room.state.position;
	const nameOf = (role: string) => pack.scenario.roles.find(({ id }) => id === role)!.name;
	return {
		hasEnded: phase === 'closed',
		endedAtMs,
		locked: people.locked,
		scenarioTitle: pack.scenario.title,
		minute: BEFORE.includes(phase) ? null : exercise.shownMin(clockWorld(live)),
		startMinute: pack.model.clock.startMinute,
		teams: people.teams.map(({ id, name, roles }) => ({
			id,
			name,
			roles: roles.map(nameOf),
			seatsTaken: people.members(id).length,
			seatsMost: SEATS_A_TEAM_MOST
		}))
	};
}
