import { SHARED_WORLD } from '../../exercise/commands/create-exercise.ts';
import type { Live } from './live.ts';

type Of = Pick<Live, 'summary'>;

/** The worlds of a room's teams: the only place that knows in which one a team acts. */

/** The world in which a team acts. */
export function worldOf(_live: Of, _team: string): string {
	return SHARED_WORLD;
}

/** The worlds that people or bots play, in the order of the teams. */
export function worldsOf(_live: Of): readonly string[] {
	return [SHARED_WORLD];
}

/** The world by whose minute everybody's clock goes: all worlds of a room are at the same one. */
export function clockWorld(live: Of): string {
	return worldsOf(live)[0]!;
}
