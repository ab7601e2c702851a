import * as v from 'valibot';
import { EVENTS } from '../log/events.ts';
import { PHASES } from '../phases/phases.ts';
import { refuse } from './refusals.ts';
import { commandRule } from './rule.ts';

const { ballot, team, question, tally, byHands } = EVENTS.ballotClosed.entries;

/** Closes a vote. Single ballots are kept elsewhere; the log gets the count alone. */
export const closeBallot = commandRule({
	type: 'closeBallot',
	payload: v.strictObject({ ballot, team, question, tally, byHands }),
	senders: ['facilitator', 'clock'],
	phases: PHASES.filter((phase) => phase !== 'closed'),
	whilePaused: true,
	decide({ state }, payload) {
		if (state.ballots.some((closed) => closed.ballot === payload.ballot)) {
			return refuse('ballotClosed', { ballot: payload.ballot });
		}
		return { events: [{ type: 'ballotClosed', ...payload }] };
	}
});
