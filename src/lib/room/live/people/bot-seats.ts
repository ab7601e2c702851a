import type { BotProfile } from '../../../exercise/log/events.ts';
import { entry, type RoomState } from '../../../exercise/state.ts';
import type { Live } from '../live.ts';

/** A role of a team that a bot plays at present, for its people. */
export interface StandIn {
	readonly role: string;
	readonly bot: BotProfile;
	/** From this minute on; before 0: from the preparation. */
	readonly sinceMin: number;
}

/** Ids of the seats that a team's people have in the log, each with its role. */
export function seatsOf(
	{ seats }: RoomState,
	team: string
): { readonly seat: string; readonly role: string }[] {
	return Object.entries(seats).flatMap(([seat, one]) =>
		one.team === team && one.bot === null ? [{ seat, role: one.role }] : []
	);
}

export function standInsOf({ exercise }: Pick<Live, 'exercise'>, team: string): StandIn[] {
	const { state } = exercise.room;
	return seatsOf(state, team).flatMap(({ seat, role }) => {
		const { standIn } = state.seats[seat];
		return standIn === undefined ? [] : [{ role, ...standIn }];
	});
}

/** The bot that acts in a seat at present; null: its people do. */
export function standInAt({ exercise }: Pick<Live, 'exercise'>, seat: string): StandIn | null {
	const found = entry(exercise.room.state.seats, seat);
	return found?.standIn === undefined ? null : { role: found.role, ...found.standIn };
}

/** Whether nobody has to wait for a team: it says that it is ready, or bots play all its roles. */
export function isTeamReady(live: Pick<Live, 'exercise' | 'rounds'>, team: string): boolean {
	const seats = seatsOf(live.exercise.room.state, team);
	const areBots = seats.length > 0 && standInsOf(live, team).length === seats.length;
	return areBots || live.rounds.of(team).isReady;
}
