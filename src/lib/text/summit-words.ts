import { summit } from './en/summit.ts';
import { localised } from './localised.ts';

/** What the summit's page says, in the reader's language. */
export const summitWords = localised({ en: summit });
