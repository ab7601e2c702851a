import { figuresIn, hasStrayBrace } from '../expression/figures-in-text.ts';
import type { Names } from '../expression/names.ts';
import type { Finding, Path } from '../faults/fault.ts';
import type { Localized } from '../schema/basic.ts';
import { expression } from './expressions.ts';

interface Told {
	readonly title: Localized;
	readonly body: Localized;
	readonly when?: string | undefined;
}

/** Figures in the text of a message are numbers of the world, and stand where the world is known when it goes out. */
export function* figureFaults(path: Path, { title, body, when }: Told, names: Names): Generator<Finding> {
	for (const [key, texts] of Object.entries({ title, body })) {
		for (const [locale, text] of Object.entries(texts)) {
			const place = [...path, key, locale];
			if (hasStrayBrace(text)) yield { path: place, code: 'figureWithoutWords', params: {} };
			const figures = figuresIn(text);
			if (figures.length > 0 && when === undefined) yield { path: place, code: 'figureNotKnown', params: {} };
			for (const { expression: asked, at } of figures)
				for (const finding of expression(place, asked, 'number', names))
					yield { ...finding, within: (finding.within ?? 0) + at };
		}
	}
}
