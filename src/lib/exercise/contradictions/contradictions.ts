import type { Contradiction, Offered, Told } from './contradiction.ts';
import { contradictionsOfOffer } from './of-decisions.ts';
import { contradictionsOfMessage, type TellingScenario } from './of-messages.ts';

/** Everything by which what people were told and offered in a play contradicts the world they acted in. */
export function contradictionsIn(
	scenario: TellingScenario,
	course: readonly (Told | Offered)[]
): Contradiction[] {
	return course.flatMap((one) =>
		one.kind === 'told' ? contradictionsOfMessage(scenario, one) : contradictionsOfOffer(one)
	);
}
