import { tables } from './en/tables.ts';
import { localised } from './localised.ts';

/** What is said of any table, in the reader's language. */
export const tableWords = localised({ en: tables });
