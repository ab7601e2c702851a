import * as v from 'valibot';
import { partiesField } from './fields.ts';
import { refuse } from './refusals.ts';
import { FACILITATORS, moved, summitRule, type SummitRoom } from './rule.ts';

const nothing = v.strictObject({});

/** Steps on from where the summit stands, for whoever leads it, or for its clock. */
function step<const Type extends string>(
	type: Type,
	event: Parameters<typeof moved>[1],
	round: (room: SummitRoom) => number = ({ state }) => state.round
) {
	return summitRule({
		type,
		payload: nothing,
		senders: FACILITATORS,
		steps: null,
		decide: (room) => moved(room, event, round(room))
	});
}

const nextRound = ({ state }: SummitRoom) => state.round + 1;

export const openBargaining = step('openBargaining', 'BARGAIN', nextRound);
export const endRound = step('endRound', 'NEXT_ROUND', nextRound);
export const closeCaucus = step('closeCaucus', 'CLOSE_CAUCUS');
export const askPoll = step('askPoll', 'ASK_POLL');
export const reopen = step('reopen', 'REOPEN', nextRound);
export const callBallot = step('callBallot', 'CALL_BALLOT');
export const endTime = step('endTime', 'TIME_UP');

/** Some parties talk aside. */
export const openCaucus = summitRule({
	type: 'openCaucus',
	payload: v.strictObject({ members: partiesField }),
	senders: FACILITATORS,
	steps: ['bargaining'],
	decide: (room, { members }) => {
		const stranger = members.find((id) => !room.summit.parties.some((party) => party.id === id));
		if (stranger !== undefined) return refuse('unknownParty', { id: stranger });
		const next = moved(room, 'OPEN_CAUCUS');
		if ('refusal' in next) return next;
		return { events: [...next.events, { type: 'caucusOpened', members }] };
	}
});

export const pause = summitRule({
	type: 'pause',
	payload: nothing,
	senders: FACILITATORS,
	steps: null,
	decide: () => ({ events: [{ type: 'paused' }] })
});

export const resume = summitRule({
	type: 'resume',
	payload: nothing,
	senders: FACILITATORS,
	steps: null,
	whilePaused: true,
	decide: ({ state }) =>
		state.position.clock === 'paused' ? { events: [{ type: 'resumed' }] } : refuse('notPaused', {})
});
