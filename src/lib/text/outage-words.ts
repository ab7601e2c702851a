import { outages } from './en/outages.ts';
import { localised } from './localised.ts';

/** What is said of the outages after a summit, in the reader's language. */
export const outageWords = localised({ en: outages });
