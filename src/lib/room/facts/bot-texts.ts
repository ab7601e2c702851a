import { BOTS } from '../../exercise/bots/roster.ts';
import { OFFERED_BOTS, type ScenarioSummary } from './scenario-summary.ts';

/** What each profile does, in the words of the bot that has it. */
export const BOT_TEXTS = Object.fromEntries(
	OFFERED_BOTS.map((profile) => [profile, BOTS[profile].text])
) as ScenarioSummary['botTexts'];
