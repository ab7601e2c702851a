import { authors } from './en/authors.ts';
import { localised } from './localised.ts';

/** What the page for authors says: apart from the words of all pages, which need none of it. */
export const authorWords = localised({ en: authors });
