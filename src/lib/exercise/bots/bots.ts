import { cautiousBot } from './cautious.ts';
import { expertBot } from './expert.ts';
import { fastBot } from './fast.ts';
import { noneBot } from './none.ts';
import type { BotProfile } from '../log/events.ts';
import type { Bot } from './policy.ts';
import { recordBot } from './record.ts';
import { thriftyBot } from './thrifty.ts';

/** The bot of each profile: all act without chance. */
export const BOTS: Readonly<Record<BotProfile, Bot>> = {
	record: recordBot,
	cautious: cautiousBot,
	fast: fastBot,
	thrifty: thriftyBot,
	expert: expertBot,
	none: noneBot
};
