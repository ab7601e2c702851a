import { agreeing } from './agreeing.ts';
import { answering } from './answering.ts';
import { cautiousBot } from './cautious.ts';
import { expertBot } from './expert.ts';
import { fastBot } from './fast.ts';
import { noneBot } from './none.ts';
import type { BotProfile } from '../log/events.ts';
import type { Bot } from './policy.ts';
import { recordBot } from './record.ts';
import { thriftyBot } from './thrifty.ts';

/**
 * The bot of each profile: all act without chance. What was answered on the day is not on record, and who does nothing
 * answers nothing: these two leave every message as it is. All but the last agree to what others ask of them.
 */
export const BOTS: Readonly<Record<BotProfile, Bot>> = {
	record: agreeing(recordBot),
	cautious: agreeing(answering(cautiousBot, { afterMin: 45, chooses: 'sound' })),
	fast: agreeing(answering(fastBot, { afterMin: 5, chooses: 'sound' })),
	thrifty: agreeing(answering(thriftyBot, { afterMin: 20, chooses: 'cheapest' })),
	expert: agreeing(answering(expertBot, { afterMin: 10, chooses: 'sound' })),
	none: noneBot
};
