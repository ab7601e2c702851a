import * as v from 'valibot';
import { bodyField, confidenceField, idField } from '../log/fields.ts';
import { phaseOf, roundStepOf, type PhasePosition } from '../phases/phases.ts';
import { obstacleTo } from '../availability/obstacles.ts';
import { refuse, type Refusal } from './refusals.ts';
import { decisionOf } from '../scenario/scenario.ts';
import { actMinute } from '../state.ts';
import { commandRule, findOwnWorld, findSeat, missing } from './rule.ts';

/** Takes a decision for the sender's role, with the reason and how sure one is of it. */
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
		if (by.kind !== 'seat') return refuse('notAllowed', 'Only somebody in a seat decides. Take a seat.');
		const seat = findSeat(room, by.seat);
		if ('refusal' in seat) return seat;
		const found = findOwnWorld(room, seat.value, world);
		if ('refusal' in found) return found;
		const decision = decisionOf(room.scenario, id);
		if (decision === undefined) {
			const known = room.scenario.decisions.filter(({ role }) => role === seat.value.role);
			return missing(
				'unknownDecision',
				`decision '${id}'`,
				'Choose',
				known.map((one) => one.id)
			);
		}
		if (decision.role !== seat.value.role) {
			return refuse(
				'notYourDecision',
				`'${id}' is for ${decision.role} to decide, not for ${seat.value.role}.`
			);
		}
		const closed = decisionsClosed(room.state.position);
		if (closed !== null) return closed;
		const atMin = actMinute(room.state.position, found.value);
		const moment = { phase: phaseOf(room.state.position), atMin };
		const obstacle = obstacleTo(room.scenario, decision, moment, found.value.acts);
		if (obstacle !== null) return obstacle;
		const act = { world, seat: by.seat, decision: id, atMin, rationale, confidencePct };
		return { events: [{ type: 'decisionCommitted', ...act }] };
	}
});

/** A refusal where the incident's round has not opened decisions, else null. */
export function decisionsClosed(position: PhasePosition): { refusal: Refusal } | null {
	const step = roundStepOf(position);
	if (step === undefined || step === 'decide') return null;
	return refuse('decisionsClosed', `Decisions are closed in the step '${step}'. Wait until they are opened.`);
}
