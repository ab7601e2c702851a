import type { PayloadOf } from '../exercise/commands/commands.ts';
import type { Sender } from '../exercise/commands/rule.ts';
import type { ExerciseScenario } from '../exercise/scenario/scenario.ts';
import type { Ways } from '../exercise/log/events.ts';
import type { Step } from './perform.ts';

const FACILITATOR: Sender = { kind: 'facilitator' };

/** What a room may ask of the vendor: how well it sees, and until when it is held to the record. */
export type VendorSetup = Pick<PayloadOf<'createExercise'>, 'signal' | 'heldUntilMin'>;

export type SeatSetup = PayloadOf<'takeSeat'>;

/** Creates an exercise with these seats taken, by default in one shared world. */
export function openingSteps(
	seed: string,
	cut: string | null,
	seats: readonly SeatSetup[],
	ways: Ways = 'shared',
	vendor: VendorSetup = {}
): Step[] {
	return [
		() => [{ by: FACILITATOR, body: { type: 'createExercise', payload: { seed, ways, cut, ...vendor } } }],
		() => seats.map((payload) => ({ by: FACILITATOR, body: { type: 'takeSeat', payload } }))
	];
}

/** A seat for each role, named like it, each a team of its own with the same bot in it. */
export function botSeats({ roles }: ExerciseScenario, bot: SeatSetup['bot']): SeatSetup[] {
	return roles.map(({ id }) => ({ seat: id, role: id, team: id, bot }));
}
