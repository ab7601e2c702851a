import { print } from './en/print.ts';
import { localised } from './localised.ts';

/** What stands on paper. */
export const printWords = localised({ en: print });
