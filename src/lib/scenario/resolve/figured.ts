import { figuresIn, textWith } from '../expression/figures-in-text.ts';
import type { FiguredText } from '../scenario.ts';
import type { Localized } from '../schema/basic.ts';
import { expressionOf } from './expression.ts';

type Told = Pick<FiguredText, 'title' | 'body'>;

/** The texts of a message, with words in place of figures, and where there are any, those with them. */
export function withFigures({ title, body }: Told): Told & { readonly figured?: FiguredText } {
	const asked = [title, body].flatMap((texts) => Object.values(texts).flatMap(figuresIn));
	if (asked.length === 0) return { title, body };
	const expressions = [...new Set(asked.map(({ expression }) => expression))];
	return {
		title: withWords(title),
		body: withWords(body),
		figured: { title, body, asks: expressions.map(expressionOf) }
	};
}

function withWords(texts: Localized): Localized {
	const said = Object.entries(texts).map(([locale, text]) => [locale, textWith(text)]);
	return Object.fromEntries(said) as Localized;
}
