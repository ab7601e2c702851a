import { mselIn } from './en/msel-in.ts';
import { localised } from './localised.ts';

/** Only where a list is read in: these words stand apart from all others. */
export const mselInWords = localised({ en: mselIn });
