import * as v from 'valibot';
import { askedOf } from '../availability/agreement.ts';
import { areDecisionsOpen, botIn, standingOf } from '../availability/standing.ts';
import { idField } from '../log/fields.ts';
import { decisionOf } from '../scenario/scenario.ts';
import { actMinute } from '../state.ts';
import { refuse } from './refusals.ts';
import { refusalOfStanding } from './refuse-decision.ts';
import { commandRule, findOwnWorld, findSender } from './rule.ts';

/** Agrees to what another role has asked for, or declines it. What is agreed to is committed for the role that asked. */
export const confirmDecision = commandRule({
	type: 'confirmDecision',
	payload: v.strictObject({ world: idField, decision: idField, agrees: v.boolean() }),
	senders: ['seat'],
	phases: ['preparation', 'incident', 'recovery'],
	decide(room, { world, decision: id, agrees }, by) {
		const seat = findSender(room, by, 'confirmDecision');
		if ('refusal' in seat) return seat;
		const found = findOwnWorld(room, seat.value, world);
		if ('refusal' in found) return found;
		const { scenario, state } = room;
		const { position } = state;
		const asked = askedOf(scenario, state, world, seat.value.role).find(({ decision }) => decision === id);
		const decision = decisionOf(scenario, id);
		if (asked === undefined || decision === undefined) return refuse('nothingAsked', { decision: id });
		if (!areDecisionsOpen(position) && botIn(seat.value) === null)
			return refuse('decisionsClosed', { step: position.step });
		const atMin = actMinute(position, found.value);
		if (!agrees)
			return {
				events: [
					{ type: 'decisionDeclined', world, seat: seat.value.id, decision: id, asker: asked.seat, atMin }
				]
			};
		const standing = standingOf(scenario, state, world, id, { asIfAgreed: true });
		const refused = refusalOfStanding(decision, standing, {
			phase: position.phase,
			step: position.step,
			atMin
		});
		if (refused !== null) return refused;
		const { seat: asker, rationale, confidencePct } = asked;
		const act = { world, seat: asker, decision: id, atMin, rationale, confidencePct };
		return { events: [{ type: 'decisionCommitted', ...act, confirmedBy: seat.value.id }] };
	}
});
