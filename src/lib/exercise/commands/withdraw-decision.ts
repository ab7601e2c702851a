import * as v from 'valibot';
import { idField } from '../log/fields.ts';
import { decisionOf } from '../scenario/scenario.ts';
import { findOwnDecision } from './own-decision.ts';
import { entry } from '../state.ts';
import { refuse } from './refusals.ts';
import { commandRule } from './rule.ts';

/** Withdraws a decision, as long as no time has passed since. */
export const withdrawDecision = commandRule({
	type: 'withdrawDecision',
	payload: v.strictObject({ world: idField, decision: idField }),
	senders: ['seat'],
	phases: ['preparation', 'incident', 'recovery', 'summit'],
	decide(room, { world, decision }, by) {
		const asked = entry(room.state.worlds, world)?.asked?.find(
			(one) =>
				one.decision === decision && one.declinedMin === null && by.kind === 'seat' && one.seat === by.seat
		);
		// What nobody has agreed to yet has done nothing: it can be withdrawn at any time.
		if (asked !== undefined)
			return {
				events: [{ type: 'decisionWithdrawn', world, seat: asked.seat, decision, atMin: asked.atMin }]
			};
		const own = findOwnDecision(room, by, 'withdrawDecision', { world, decision });
		if ('refusal' in own) return own;
		const { act } = own.value;
		const builtOnIt = own.value.world.acts
			.filter((one) => one.kind === 'decision')
			.find((one) => decisionOf(room.scenario, one.decision)?.requires.includes(decision));
		if (builtOnIt !== undefined) return refuse('stillNeeded', { decision, by: builtOnIt.decision });
		return { events: [{ type: 'decisionWithdrawn', world, seat: act.seat, decision, atMin: act.atMin }] };
	}
});
