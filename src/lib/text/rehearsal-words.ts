import { rehearsal } from './en/rehearsal.ts';
import { localised } from './localised.ts';

/** What the people of a rehearsal are called and say. */
export const rehearsalWords = localised({ en: rehearsal });
