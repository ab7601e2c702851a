import type { Policy } from '../../exercise/bots/policy.ts';
import { outsidersOnRecord } from '../../exercise/bots/record.ts';
import { BOTS, policiesOf } from '../../exercise/bots/roster.ts';
import type { ExerciseScenario } from '../../exercise/scenario/scenario.ts';
import { OFFERED_BOTS, type ScenarioSummary, type BotProfile } from './scenario-summary.ts';

/** What each profile does, in the words of the bot that has it. */
export const BOT_TEXTS = Object.fromEntries(
	OFFERED_BOTS.map((profile) => [profile, BOTS[profile].text])
) as ScenarioSummary['botTexts'];

/**
 * Who plays the roles that the person does not play.
 *
 * @param bots by role; empty: the person plays the whole table, and those outside of it do what they did
 */
export function othersOf(
	scenario: ExerciseScenario,
	bots: Readonly<Record<string, BotProfile>>
): readonly Policy[] {
	const roles = Object.entries(bots);
	if (roles.length === 0) return [outsidersOnRecord];
	return policiesOf(scenario, Object.fromEntries(roles.map(([role, profile]) => [role, BOTS[profile]])));
}
