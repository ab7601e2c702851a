import type { Person } from '../people/person.ts';
import type { RoomSetup } from '../people/setup.ts';

/** Who sits in each team of a rehearsal: the first of them leads. */
export const MEMBERS_A_TEAM = 3;
export const PHONES = 8;

/** What the people of a rehearsal are called and what they say: words are made by the caller. */
export interface RehearsalWords {
	readonly names: readonly string[];
	readonly keep: readonly string[];
	readonly change: readonly string[];
}

/** Everybody who plays in a rehearsal beside its facilitator, in the order in which they come. */
export function guestsOf(
	{ teams }: Pick<RoomSetup, 'teams'>,
	{ names }: RehearsalWords
): Pick<Person, 'id' | 'kind' | 'name' | 'team'>[] {
	const members = teams.flatMap(({ id }, t) =>
		Array.from({ length: MEMBERS_A_TEAM }, (_, m) => {
			const name = names[(t * MEMBERS_A_TEAM + m) % names.length]!;
			return { id: `rehearsal-${t}-${m}`, kind: 'player', name, team: id } as const;
		})
	);
	const phones = Array.from({ length: PHONES }, (_, p) => {
		return { id: `rehearsal-phone-${p}`, kind: 'phone', name: '', team: null } as const;
	});
	return [...members, ...phones];
}
