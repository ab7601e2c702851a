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
 * answers nothing: these two leave every message as it is.
 */
export const BOTS: Readonly<Record<BotProfile, Bot>> = {
	record: recordBot,
	cautious: answering(cautiousBot, { afterMin: 45, chooses: 'sound' }),
	fast: answering(fastBot, { afterMin: 5, chooses: 'sound' }),
	thrifty: answering(thriftyBot, { afterMin: 20, chooses: 'cheapest' }),
	expert: answering(expertBot, { afterMin: 10, chooses: 'sound' }),
	none: noneBot
};
