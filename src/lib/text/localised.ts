import { locale } from './locale.ts';
import { accented, pseudo, pseudoText } from './pseudo.ts';

/** A dictionary in the reader's language. English is written first and complete. */
export function localised<T>(dictionary: { readonly en: T }): T {
	return locale === 'en-XA' ? pseudo(dictionary.en) : dictionary.en;
}

/** What an author wrote, in the reader's language where it is there, else in English. */
export function inLocale(text: { readonly en: string; readonly [locale: string]: string }): string {
	return locale === 'en-XA' ? pseudoText(text.en) : (text[locale] ?? text.en);
}

/** What `Intl` made of a number or a date. */
export function fromIntl(text: string): string {
	return locale === 'en-XA' ? accented(text) : text;
}
