import * as v from 'valibot';
import { bodyField, confidenceField, idField } from '../log/fields.ts';
import { findOwnDecision } from './own-decision.ts';
import { commandRule } from './rule.ts';

/** Gives one's own decision of this minute another reason or confidence; the decision itself stands. */
export const amendDecision = commandRule({
	type: 'amendDecision',
	payload: v.strictObject({
		world: idField,
		decision: idField,
		rationale: v.nullable(bodyField),
		confidencePct: v.nullable(confidenceField)
	}),
	senders: ['seat'],
	phases: ['preparation', 'incident', 'recovery', 'summit'],
	decide(room, { world, decision, rationale, confidencePct }, by) {
		const own = findOwnDecision(room, by, 'amendDecision', { world, decision });
		if ('refusal' in own) return own;
		const { seat, atMin } = own.value.act;
		const amended = { world, seat, decision, atMin, rationale, confidencePct };
		return { events: [{ type: 'decisionAmended', ...amended }] };
	}
});
