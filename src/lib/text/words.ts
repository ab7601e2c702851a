import { en as page } from './en.ts';
import { briefing } from './en/briefing.ts';
import { explain } from './en/explain.ts';
import { help } from './en/help.ts';
import { home } from './en/home.ts';
import { hotWash } from './en/hot-wash.ts';
import { model } from './en/model.ts';
import { play } from './en/play.ts';
import { runs } from './en/runs.ts';
import { setup } from './en/setup.ts';

const en = { ...page, home, newRun: setup, briefing, help, runs, play, hotWash, explain, model };

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
