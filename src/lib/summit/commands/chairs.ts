import * as v from 'valibot';
import { idField } from '../../exercise/log/fields.ts';
import { refuse } from './refusals.ts';
import { FACILITATORS, summitRule } from './rule.ts';

/** How many chairs a team holds at most: it has to read a brief for each. */
export const CHAIRS_AT_MOST = 2;

/** Gives a party's chair to a team, or (null) to a bot; what was said from it before stays said. */
export const giveChair = summitRule({
	type: 'giveChair',
	payload: v.strictObject({ party: idField, team: v.nullable(idField) }),
	senders: FACILITATORS,
	steps: ['opening', 'tabling', 'bargaining', 'caucus', 'poll', 'ballot'],
	decide: ({ summit, state }, { party, team }) => {
		if (!summit.parties.some(({ id }) => id === party)) return refuse('unknownParty', { id: party });
		const held = Object.entries({ ...state.teams, ...(team !== null && { [party]: team }) });
		const full = crowdedTeam(held.map(([, one]) => one));
		if (team !== null && full === team) return refuse('chairsEnough', { team, most: CHAIRS_AT_MOST });
		return { events: [{ type: 'chairGiven', party, team }] };
	}
});

/** A team that would hold more chairs than it may. */
export function crowdedTeam(holders: readonly string[]): string | undefined {
	return holders.find((team) => holders.filter((one) => one === team).length > CHAIRS_AT_MOST);
}
