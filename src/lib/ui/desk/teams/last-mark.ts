import type { Author } from '../../../exercise/log/events.ts';
import type { Note, Rating } from '../../../exercise/state.ts';

/** What evaluators have said of a team last. */
export interface LastSaid {
	/** Null: none yet. */
	readonly mark: Rating | null;
	readonly note: Note | null;
}

const isEvaluator = ({ author }: { readonly author: Author }) => author.kind === 'evaluator';

/** Both lists stand in the order in which they were written. */
export function lastSaidOf(
	{ ratings, notes }: { readonly ratings: readonly Rating[]; readonly notes: readonly Note[] },
	team: string
): LastSaid {
	return {
		mark: ratings.findLast((one) => isEvaluator(one) && one.team === team) ?? null,
		note: notes.findLast((one) => isEvaluator(one) && one.seen?.team === team) ?? null
	};
}
