import { vote } from './en/vote.ts';
import { localised } from './localised.ts';

/** Hundreds of phones load these at once over one Wi-Fi: they stand apart from all other words. */
export const voteWords = localised({ en: vote });
