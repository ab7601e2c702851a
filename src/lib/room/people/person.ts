import * as v from 'valibot';
import type { PersonKind } from './person-kinds.ts';

export { PERSON_KINDS, type PersonKind } from './person-kinds.ts';

/** Characters of a display name. */
export const NAME_LENGTH_MOST = 40;

/** A display name: nothing else is known of a person. Control characters are taken out, spaces are closed up. */
export const nameField = v.pipe(
	v.string(),
	v.transform((name) => name.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim()),
	v.maxLength(NAME_LENGTH_MOST)
);

/** Somebody in a room. Kept beside the log, never in it, so that it can be erased alone. */
export interface Person {
	/** Public: it says which seat is meant and opens nothing. */
	readonly id: string;
	readonly kind: PersonKind;
	/** May be empty, may repeat. */
	readonly name: string;
	/** Id of the team that a player plays in, or an evaluator rates; null: none yet. */
	readonly team: string | null;
	/** Players in the order in which they came. */
	readonly number: number;
}

/** A team of people: what it plays stands in the log, by the same id. */
export interface Team {
	readonly id: string;
	/** As the facilitator calls it. */
	readonly name: string;
	/** The roles that it plays. */
	readonly roles: readonly string[];
	/** The person who commits its decisions; null: nobody leads it yet. */
	readonly lead: string | null;
}
