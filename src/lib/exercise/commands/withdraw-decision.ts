import * as v from 'valibot';
import { idField } from '../log/fields.ts';
import { refuse } from './refusals.ts';
import { decisionOf } from '../scenario/scenario.ts';
import { actMinute } from '../state.ts';
import { decisionsClosed } from './commit-decision.ts';
import { commandRule, findOwnWorld, findSeat } from './rule.ts';

/** Takes a decision back, as long as no time has passed since. */
export const withdrawDecision = commandRule({
	type: 'withdrawDecision',
	payload: v.strictObject({ world: idField, decision: idField }),
	senders: ['seat'],
	phases: ['preparation', 'incident', 'recovery', 'summit'],
	decide(room, { world, decision }, by) {
		if (by.kind !== 'seat') return refuse('notAllowed', 'Only somebody in a seat decides. Take a seat.');
		const seat = findSeat(room, by.seat);
		if ('refusal' in seat) return seat;
		const found = findOwnWorld(room, seat.value, world);
		if ('refusal' in found) return found;
		const closed = decisionsClosed(room.state.position);
		if (closed !== null) return closed;

		const taken = found.value.acts.filter((act) => act.kind === 'decision');
		const act = taken.find((one) => one.decision === decision);
		if (act === undefined) {
			return refuse('notTaken', `'${decision}' has not been taken here. There is nothing to withdraw.`);
		}
		if (act.seat !== by.seat) {
			return refuse('notYourDecision', `Seat '${act.seat}' took '${decision}' and alone can withdraw it.`);
		}
		const atMin = actMinute(room.state.position, found.value);
		if (act.atMin !== atMin) {
			const what = `'${decision}' was taken at minute ${act.atMin}; it is minute ${atMin} and it has begun to work`;
			return refuse('tooLate', `${what}. Decide what to do from here.`);
		}
		const builtOnIt = taken.find((one) =>
			decisionOf(room.scenario, one.decision)?.requires.includes(decision)
		);
		if (builtOnIt !== undefined) {
			return refuse('stillNeeded', `'${builtOnIt.decision}' builds on '${decision}'. Withdraw that first.`);
		}
		return { events: [{ type: 'decisionWithdrawn', world, seat: by.seat, decision, atMin }] };
	}
});
