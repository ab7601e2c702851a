import type { BotProfile } from '../../../exercise/log/events.ts';
import type { Step } from '../../perform.ts';
import type { RequestAnswer } from '../../protocol/refusals.ts';
import { accepted, answerOfStep, refused, type Handlers } from '../handlers.ts';
import { seatsOf } from './bot-seats.ts';
import type { Live } from '../live.ts';

/** Bots that play for people who are away or too few, from this minute on, and seats given back. */
export const botRequests: Handlers<'takeOverByBot' | 'giveBack'> = {
	takeOverByBot: (live, _by, { team, role, bot }) => setPlayer(live, team, role, bot),
	giveBack: (live, _by, { team, role }) => setPlayer(live, team, role, null)
};

async function setPlayer(
	live: Live,
	team: string,
	role: string | null,
	bot: BotProfile | null
): Promise<RequestAnswer> {
	const { people, exercise } = live;
	const found = people.team(team);
	if (found === undefined) return refused('unknownTeam', { team, known: people.teams.map(({ id }) => id) });
	const seats = seatsOf(exercise.room.state, team).filter((one) => role === null || one.role === role);
	if (seats.length === 0)
		return {
			kind: 'refused',
			refusal: { code: 'unknownRole', params: { id: role ?? '', known: found.roles } }
		};
	const steps = seats.map(({ seat }): Step => {
		return () => [{ by: { kind: 'facilitator' }, body: { type: 'setPlayer', payload: { seat, bot } } }];
	});
	// The minute that people see is logged first: from it on the bot plays.
	const answer = await exercise.perform(steps);
	return answer === null ? accepted(live) : answerOfStep(answer);
}
