import { msel } from './en/documents/msel.ts';
import { listImport } from './en/list-import.ts';
import { localised } from './localised.ts';

/** What the page for lists of injects says: apart from the words of all pages, which need none of it. */
export const listImportWords = localised({ en: listImport });

/** How lists that are made here call what they hold. */
export const listWords = localised({ en: msel });
