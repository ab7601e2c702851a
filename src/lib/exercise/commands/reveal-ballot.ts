import * as v from 'valibot';
import { idField } from '../log/fields.ts';
import { PHASES } from '../phases/phases.ts';
import { refuse } from './refusals.ts';
import { commandRule } from './rule.ts';

/** Shows the tally of a vote that has been counted to all who may see the ballot. */
export const revealBallot = commandRule({
	type: 'revealBallot',
	payload: v.strictObject({ ballot: idField }),
	senders: ['facilitator'],
	phases: PHASES.filter((phase) => phase !== 'closed'),
	whilePaused: true,
	decide({ state }, { ballot }) {
		const counted = state.ballots.find((closed) => closed.ballot === ballot);
		if (counted === undefined) return refuse('ballotNotClosed', { ballot });
		if (counted.isRevealed) return refuse('ballotRevealed', { ballot });
		return { events: [{ type: 'ballotRevealed', ballot }] };
	}
});
