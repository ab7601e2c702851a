/**
 * The language of the reader. `en-XA` is English with accents and brackets: a text that stays plain under it does not
 * go through the dictionaries. It is for tests.
 */
export const LOCALES = ['en', 'en-XA'] as const;
export type Locale = (typeof LOCALES)[number];

/** Languages that an author may have written; others fall back to English. */
const INTL_TAGS: Readonly<Record<Locale, string>> = { en: 'en-GB', 'en-XA': 'en-GB' };

/**
 * Said once, before anything is drawn, by `static/theme.js`; a page keeps its language until it is loaded again. Not
 * taken from `lang`, which a browser that translates the page overwrites.
 */
export const locale: Locale = localeOf(globalThis.document?.documentElement.dataset.locale);

/** What `Intl` is asked for. */
export const intlTag: string = INTL_TAGS[locale];

function localeOf(text: string | undefined): Locale {
	return LOCALES.find((one) => one === text) ?? 'en';
}
