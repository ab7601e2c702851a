import type { ExerciseScenario } from '../scenario/scenario.ts';
import { cautiousBot } from './cautious.ts';
import { expertBot } from './expert.ts';
import { fastBot } from './fast.ts';
import { noneBot } from './none.ts';
import type { Bot, Policy } from './policy.ts';
import { outsidersOnRecord, recordBot } from './record.ts';
import { thriftyBot } from './thrifty.ts';

/** Every bot that acts without chance, by its name. */
export const BOTS = {
	record: recordBot,
	cautious: cautiousBot,
	fast: fastBot,
	thrifty: thriftyBot,
	expert: expertBot,
	none: noneBot
} as const;

export type BotName = keyof typeof BOTS;

/**
 * One policy for each role that a bot plays. Where the record is among them, those outside the exercise do what they did
 * as well.
 *
 * @param bots by role; a role that is left out is played by nobody here, so by a person
 */
export function policiesOf(
	scenario: ExerciseScenario,
	bots: Readonly<Record<string, Bot>>
): readonly Policy[] {
	const own = scenario.roles.flatMap(({ id }) => (Object.hasOwn(bots, id) ? [bots[id].policyFor(id)] : []));
	return own.some(({ name }) => name === recordBot.name) ? [outsidersOnRecord, ...own] : own;
}
