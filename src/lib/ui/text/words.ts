import { en } from './en.ts';

/** Interface words by locale. English is written first and stands in where another language lacks something. */
const WORDS = { en } as const;

export type Locale = keyof typeof WORDS;
export type Words = typeof en;

export function wordsFor(locale: Locale): Words {
	return WORDS[locale];
}

/** What an author wrote, in this locale where it is there, else in English. */
export function inLocale(
	text: { readonly en: string; readonly [locale: string]: string },
	locale: Locale
): string {
	return text[locale] ?? text.en;
}
