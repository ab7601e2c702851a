import type { Author, Mark } from '../../exercise/log/events.ts';
import { documentWords } from '../../text/document-words.ts';
import type { Block } from '../office/blocks.ts';

const { ratings: words, authors } = documentWords.common;
const MARKS: readonly Mark[] = ['P', 'S', 'M', 'U', 'N'];

/** `S – Performed with Some Challenges` */
export function markText(mark: Mark): string {
	return words.short(mark, words.names[mark]);
}

export function authorText(author: Author): string {
	if (author.kind === 'facilitator') return authors.facilitator;
	return author.kind === 'seat' ? authors.seat : authors.evaluator(author.seat ?? null);
}

/** What the ratings mean, and whose words that is. */
export function ratingDefinitions(level: 1 | 2 | 3, heading: string = words.heading): Block[] {
	return [
		{ kind: 'heading', level, text: heading },
		{
			kind: 'table',
			caption: null,
			head: words.columns,
			rows: MARKS.map((mark) => [markText(mark), words.meaning[mark]]),
			widths: [1, 2]
		},
		{ kind: 'paragraph', text: words.own, look: 'note' }
	];
}
