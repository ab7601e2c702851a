import * as v from 'valibot';
import { EVENTS, type NewEvent } from '../log/events.ts';
import { idField } from '../log/fields.ts';
import { PHASES } from '../phases/phases.ts';
import { refuse } from './refusals.ts';
import { entry } from '../state.ts';
import { openWorld } from './open-world.ts';
import { commandRule } from './rule.ts';

const { bot } = EVENTS.seatTaken.entries;

/** Takes a seat for a role in a team, for oneself or, by the facilitator, for a bot. Where each team plays alone, a team's first seat opens its world. */
export const takeSeat = commandRule({
	type: 'takeSeat',
	payload: v.strictObject({ seat: idField, role: idField, team: idField, bot }),
	senders: ['guest', 'facilitator'],
	phases: PHASES.filter((phase) => phase !== 'closed'),
	whilePaused: true,
	decide({ scenario, state }, { seat, role, team, bot }, by) {
		if (bot !== null && by.kind !== 'facilitator') {
			return refuse('notAllowed', { command: 'takeSeat', senders: ['facilitator'], by: by.kind });
		}
		if (entry(state.seats, seat) !== undefined) {
			return refuse('seatTaken', { seat });
		}
		const roles = scenario.roles.map(({ id }) => id);
		if (!roles.includes(role)) return refuse('unknownRole', { id: role, known: roles });

		const taken: NewEvent = { type: 'seatTaken', seat, role, team, bot };
		if (state.exercise?.ways === 'parallel' && entry(state.worlds, team) === undefined) {
			const sees = state.exercise.signal ?? 'asItWas';
			return { events: [taken, ...openWorld(scenario, { world: team, team, sees })] };
		}
		return { events: [taken] };
	}
});
