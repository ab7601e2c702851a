import { winnersOf } from '../../../exercise/project/ballot-view.ts';
import { COUNTS_FROM_VOTES } from '../../../exercise/project/sight.ts';
import type { FeedKey } from '../../feed/audience-key.ts';
import { entry } from '../../../exercise/state.ts';
import { isBound, mayVote, teamOf, type ShownBallot } from './ballots.ts';
import type { Live } from '../live.ts';
import type { BallotPart, TallyPart } from '../parts.ts';
import { worldOfBallot } from '../worlds/worlds.ts';

/** What feeds tell of a vote. While it is open nothing in them depends on how anybody votes, turnout apart. */

/** Undefined: this audience is shown no ballot. */
export function ballotPart(live: Live, feed: FeedKey): BallotPart | undefined {
	const { shown } = live.ballots;
	if (shown === null || !sees(shown, feed)) return undefined;
	const { id, question, to, options, state, endsAtMs } = shown;
	const isRevealed = state === 'revealed';
	return {
		...{ id, question, to, state, endsAtMs },
		options: options.map(({ text }) => text),
		isBound: isRevealed ? isDone(live, shown) : isBound(shown),
		turnout: state === 'open' && live.ballots.isTurnoutShown ? turnout(live, shown) : null,
		votes: isRevealed ? countsOf(shown) : null,
		winners: isRevealed ? winners(shown) : []
	};
}

/** To facilitators, once it is counted. */
export function tallyPart({ ballots }: Live): TallyPart | undefined {
	const { shown } = ballots;
	if (shown === null || shown.votes === null) return undefined;
	return { votes: shown.votes, winners: winners(shown) };
}

/** Whether what won is decided in the exercise: it is not where votes were equal, or where it could not be any more. */
function isDone(live: Live, ballot: ShownBallot): boolean {
	const [won, ...others] = winners(ballot);
	if (won === undefined || others.length > 0) return false;
	const { decision } = ballot.options[won]!;
	const { acts } = entry(live.exercise.room.state.worlds, worldOfBallot(live, ballot))!;
	return decision !== null && acts.some((one) => one.kind === 'decision' && one.decision === decision);
}

function winners({ votes, chosen }: ShownBallot): readonly number[] {
	return chosen === null ? winnersOf(votes ?? []) : [chosen];
}

/** Where few have voted, counts would say who voted for what. */
function countsOf({ votes }: ShownBallot): readonly number[] | null {
	const all = (votes ?? []).reduce((sum, n) => sum + n, 0);
	return all < COUNTS_FROM_VOTES ? null : votes;
}

function turnout({ people, ballots }: Live, { to }: ShownBallot): BallotPart['turnout'] {
	const entitled = people.all.filter((one) => mayVote(to, one));
	const hasVoted = ({ id }: { readonly id: string }) => ballots.hasVoted(id);
	return {
		voted: entitled.filter(hasVoted).length,
		// Who has left the room without voting is not waited for.
		of: entitled.filter((one) => hasVoted(one) || people.isHere(one.id)).length
	};
}

/** A team's own vote is its own: only the staff see it besides. Evaluators see none before its result is shown. */
function sees(ballot: ShownBallot, feed: FeedKey): boolean {
	const team = teamOf(ballot);
	switch (feed) {
		case 'facilitator':
			return true;
		case 'evaluator':
			return ballot.state === 'revealed';
		case 'stage':
		case 'observer':
		case 'phone':
			return team === null;
		default:
			return ballot.to === 'all' || feed === `team:${team}`;
	}
}
