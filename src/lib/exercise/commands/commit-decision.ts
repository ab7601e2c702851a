import * as v from 'valibot';
import { agreesWith } from '../availability/agreement.ts';
import { standingOf } from '../availability/standing.ts';
import { bodyField, confidenceField, idField } from '../log/fields.ts';
import { decisionOf } from '../scenario/scenario.ts';
import { actMinute } from '../state.ts';
import { refuse } from './refusals.ts';
import { refusalOfStanding } from './refuse-decision.ts';
import { commandRule, findOwnWorld, findSender } from './rule.ts';

/** Commits a decision for the sender's role, with the reason and how sure one is of it. */
export const commitDecision = commandRule({
	type: 'commitDecision',
	payload: v.strictObject({
		world: idField,
		decision: idField,
		rationale: v.nullable(bodyField),
		confidencePct: v.nullable(confidenceField)
	}),
	senders: ['seat'],
	phases: ['preparation', 'incident', 'recovery', 'summit'],
	decide(room, { world, decision: id, rationale, confidencePct }, by) {
		const seat = findSender(room, by, 'commitDecision');
		if ('refusal' in seat) return seat;
		const found = findOwnWorld(room, seat.value, world);
		if ('refusal' in found) return found;
		const { scenario, state } = room;
		const decision = decisionOf(scenario, id);
		const { role } = seat.value;
		if (decision === undefined) {
			const own = scenario.decisions.filter((one) => one.role === role);
			return refuse('unknownDecision', { id, known: own.map((one) => one.id) });
		}
		if (decision.role !== role) {
			return refuse('notYourDecision', { decision: id, role: decision.role, ownRole: role });
		}
		const { position } = state;
		const atMin = actMinute(position, found.value);
		const refused = refusalOfStanding(decision, standingOf(scenario, state, world, id), {
			phase: position.phase,
			step: position.step,
			atMin
		});
		if (refused !== null) return refused;
		const act = { world, seat: seat.value.id, decision: id, atMin, rationale, confidencePct };
		const of = position.phase === 'summit' ? null : agreesWith(decision, state, world);
		if (of !== null) return { events: [{ type: 'decisionAsked', ...act, of }] };
		return { events: [{ type: 'decisionCommitted', ...act }] };
	}
});
