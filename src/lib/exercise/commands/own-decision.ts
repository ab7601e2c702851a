import { areDecisionsOpen } from '../availability/standing.ts';
import { actMinute, type DecisionAct, type WorldState } from '../state.ts';
import { refuse } from './refusals.ts';
import { findOwnWorld, findSender, type ExerciseRoom, type Found, type Sender } from './rule.ts';

/** A decision that its seat can still change: nothing has come of it, as no time has passed since. */
export interface OwnDecision {
	readonly act: DecisionAct;
	readonly world: WorldState;
}

/** The sender's own decision of this very minute, or why it stands as it is. */
export function findOwnDecision(
	room: ExerciseRoom,
	by: Sender,
	command: string,
	{ world, decision }: { readonly world: string; readonly decision: string }
): Found<OwnDecision> {
	const seat = findSender(room, by, command);
	if ('refusal' in seat) return seat;
	const found = findOwnWorld(room, seat.value, world);
	if ('refusal' in found) return found;
	const { position } = room.state;
	if (!areDecisionsOpen(position)) return refuse('decisionsClosed', { step: position.step });
	const act = found.value.acts
		.filter((one) => one.kind === 'decision')
		.find((one) => one.decision === decision);
	if (act === undefined) return refuse('notTaken', { decision });
	if (act.seat !== seat.value.id) return refuse('otherSeats', { decision, seat: act.seat });
	const atMin = actMinute(position, found.value);
	if (act.atMin !== atMin) return refuse('hasBegun', { decision, takenMin: act.atMin, atMin });
	return { value: { act, world: found.value } };
}
