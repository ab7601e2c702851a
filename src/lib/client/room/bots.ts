import type { Policy } from '../../exercise/bots/policy.ts';
import { outsidersOnRecord } from '../../exercise/bots/record.ts';
import { BOTS, policiesOf } from '../../exercise/bots/roster.ts';
import type { ExerciseScenario } from '../../exercise/scenario/scenario.ts';
import { TEMPERS, type ScenarioCard, type Temper } from './scenario-card.ts';

/** What each temper does, in the words of the bot that has it. */
export const TEMPER_TEXTS = Object.fromEntries(
	TEMPERS.map((temper) => [temper, BOTS[temper].text])
) as ScenarioCard['tempers'];

/**
 * Who plays the roles that the person does not play.
 *
 * @param tempers by role; empty: the person plays the whole table, and those outside of it do what they did
 */
export function othersOf(
	scenario: ExerciseScenario,
	tempers: Readonly<Record<string, Temper>>
): readonly Policy[] {
	const roles = Object.entries(tempers);
	if (roles.length === 0) return [outsidersOnRecord];
	return policiesOf(scenario, Object.fromEntries(roles.map(([role, temper]) => [role, BOTS[temper]])));
}
