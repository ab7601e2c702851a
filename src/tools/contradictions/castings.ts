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

/** Every role, played in every way in each of `seeds` worlds, beside others who play now in one way, now in another. */
export function castings(roles: readonly string[], cut: string, seeds: number): Casting[] {
	return roles.flatMap((role) =>
		PLAYERS.flatMap((player) =>
			Array.from({ length: seeds }, (_, n) => ({
				cut,
				role,
				player,
				others: PLAYERS[n % PLAYERS.length]!,
				seed: `${player} ${n}`
			}))
		)
	);
}
