import * as v from 'valibot';
import { STANDINGS } from '../log/events.ts';
import { PHASES } from '../phases/phases.ts';
import { commandRule } from './rule.ts';

/** Says how much of the teams' worlds is compared before everybody: a fact of the log, because it opens what others may see. */
export const allowStanding = commandRule({
	type: 'allowStanding',
	payload: v.strictObject({ shows: v.picklist(STANDINGS) }),
	senders: ['facilitator'],
	phases: PHASES.filter((phase) => phase !== 'lobby' && phase !== 'closed'),
	whilePaused: true,
	decide(_room, { shows }) {
		return { events: [{ type: 'standingAllowed', shows }] };
	}
});
