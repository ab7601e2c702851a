import type { Ballot } from '../state.ts';
import { seesCounts, type Sight } from './sight.ts';

/** A vote that has been counted, as an audience sees it. */
export interface BallotView extends Omit<Ballot, 'tally'> {
	/** In the order of the ballot; `votes` null: how many is not shown. */
	readonly tally: readonly { readonly option: string; readonly votes: number | null }[];
	/** Places of the options with most votes: several where they tie, none where nobody voted. */
	readonly winners: readonly number[];
}

export function ballotView(sight: Sight, ballot: Ballot): BallotView {
	const showsCounts = seesCounts(sight, ballot);
	return {
		...ballot,
		tally: ballot.tally.map(({ option, votes }) => ({ option, votes: showsCounts ? votes : null })),
		winners: winnersOf(ballot.tally.map(({ votes }) => votes))
	};
}

/** Places of the options with most votes; none where nobody voted. */
export function winnersOf(votes: readonly number[]): number[] {
	const most = Math.max(0, ...votes);
	return most === 0 ? [] : votes.flatMap((n, place) => (n === most ? [place] : []));
}
