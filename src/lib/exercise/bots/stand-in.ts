import { entry, PREPARATION_MIN, type Seat } from '../state.ts';
import { BOTS } from './bots.ts';
import { seatFor, type BotCommand, type Policy } from './policy.ts';

/**
 * What a bot does that stands in for people, or null where none does. What it would have decided by now and they have
 * not, it decides now: the minute is that of the log, and what they decided stands.
 */
export function standInPolicy(seat: string, { role, standIn }: Seat): Policy | null {
	if (standIn === undefined) return null;
	const policy = BOTS[standIn.bot].policyFor(role);
	return {
		name: policy.name,
		nextMin: policy.nextMin,
		acts(room, moment) {
			// Where each team plays alone, others have the same role in worlds of their own.
			if (seatFor(room.state, role, moment.world) !== seat) return [];
			const taken = entry(room.state.worlds, moment.world)?.acts ?? [];
			const isTaken = ({ body }: BotCommand) =>
				body.type === 'commitDecision' &&
				taken.some((act) => act.kind === 'decision' && act.decision === body.payload.decision);
			const soFar = policy.acts(room, { ...moment, sinceMin: PREPARATION_MIN });
			const now = policy.acts(room, moment);
			return [
				...soFar.filter((command) => isDecision(command) && !isTaken(command)),
				// What was set by hand before it came is of the past.
				...now.filter((command) => !isDecision(command))
			];
		}
	};
}

function isDecision({ body }: BotCommand): boolean {
	return body.type === 'commitDecision';
}
