import * as v from 'valibot';
import { EVENTS } from '../log/events.ts';
import { idField } from '../log/fields.ts';
import { ownWorldOf } from '../project/own-role.ts';
import { actMinute, entry } from '../state.ts';
import { refuse } from './refusals.ts';
import { commandRule, findSeat } from './rule.ts';

/** Lets a bot act in a seat of people from this minute on, or (null) gives the seat back to them. */
export const setPlayer = commandRule({
	type: 'setPlayer',
	payload: v.strictObject({ seat: idField, bot: EVENTS.playedBy.entries.bot }),
	senders: ['facilitator'],
	phases: ['lobby', 'briefing', 'preparation', 'incident', 'recovery'],
	whilePaused: true,
	decide(room, { seat: id, bot }) {
		const found = findSeat(room, id);
		if ('refusal' in found) return found;
		const seat = found.value;
		if (seat.bot !== null) return refuse('botsSeat', { seat: id });
		const { state } = room;
		const world = ownWorldOf(state, seat.team);
		const played = world === null ? undefined : entry(state.worlds, world);
		if (world === null || played === undefined)
			return refuse('unknownWorld', { id: seat.team, known: Object.keys(state.worlds) });
		const atMin = actMinute(state.position, played);
		return { events: [{ type: 'playedBy', seat: id, world, atMin, bot }] };
	}
});
