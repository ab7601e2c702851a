import type { Casting, Player } from './course.ts';

export const PLAYERS: readonly Player[] = [
	'record',
	'cautious',
	'fast',
	'thrifty',
	'expert',
	'none',
	'random'
];

/** Every role, played in every way beside others who play in every way, each `seeds` times. */
export function castings(roles: readonly string[], cut: string, seeds: number): Casting[] {
	return roles.flatMap((role) =>
		PLAYERS.flatMap((player) =>
			PLAYERS.flatMap((others) =>
				Array.from({ length: seeds }, (_, n) => ({
					cut,
					role,
					player,
					others,
					seed: `${player} ${others} ${n}`
				}))
			)
		)
	);
}
