import * as v from 'valibot';
import { idField, minuteField } from '../log/fields.ts';
import { refuse } from './refusals.ts';
import { entry } from '../state.ts';
import { commandRule, findWorld } from './rule.ts';

/**
 * Opens a world that shares another one's past up to a minute: the way to ask "what if", and for a team that comes late to
 * begin where the others are.
 */
export const forkWorld = commandRule({
	type: 'forkWorld',
	payload: v.strictObject({
		world: idField,
		of: idField,
		atMin: minuteField,
		/** The team that plays it on; by default it is a what-if of the same one. */
		team: v.optional(idField)
	}),
	senders: ['facilitator'],
	phases: ['incident', 'recovery', 'hotWash', 'summit', 'nextOutages', 'debrief'],
	whilePaused: true,
	decide(room, { world, of, atMin, team: own }) {
		const source = findWorld(room, of);
		if ('refusal' in source) return source;
		const { team, minute } = source.value;
		if (entry(room.state.worlds, world) !== undefined) {
			return refuse('worldExists', { world });
		}
		if (atMin > minute) {
			return refuse('forkAhead', { of, reachedMin: minute, atMin });
		}
		return { events: [{ type: 'worldOpened', world, team: own ?? team, fork: { of, atMin } }] };
	}
});
