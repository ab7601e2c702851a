import { errorPage } from './en/error-page.ts';
import { localised } from './localised.ts';

/** Every page loads these, in case something fails: they stand apart from all other words. */
export const errorWords = localised({ en: errorPage });
