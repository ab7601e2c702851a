import { Composer, Lexer, Parser, type CST, type Document } from 'yaml';
import type { Fault, Problem } from '../faults/fault.ts';
import type { Source } from './source.ts';

/** Bounds that no honest scenario comes near, and that keep a hostile one from taking time or memory. */
const MAX_CHARACTERS = 2_000_000;
const MAX_LEXEMES = 400_000;
const MAX_NESTING = 128;

/** Control characters that no text has, and the mark that stands for bytes which are no text. */
// eslint-disable-next-line no-control-regex
const NO_TEXT = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffd]/;

export type Composed = { ok: true; document: Document.Parsed } | { ok: false; faults: Fault[] };

/**
 * YAML to nodes, refusing early what could take long: size, binary, nesting (counted while the text is read, so that no
 * deep recursion ever starts), more than one document, directives (which would switch to another YAML).
 */
export function compose(source: Source): Composed {
	const refuse = (offset: number, problem: Problem): Composed => ({
		ok: false,
		faults: [source.faultAt(offset, problem)]
	});
	const { text } = source;
	if (text.length > MAX_CHARACTERS) {
		return refuse(0, { code: 'tooLarge', params: { characters: text.length, most: MAX_CHARACTERS } });
	}
	const noText = NO_TEXT.exec(text);
	if (noText !== null) return refuse(noText.index, { code: 'notText', params: {} });
	if (text.trim() === '') return refuse(0, { code: 'empty', params: {} });

	const parser = new Parser();
	const tokens: CST.Token[] = [];
	let lexemes = 0;
	let offset = 0;
	let documents = 0;
	const keep = (token: CST.Token) => {
		tokens.push(token);
		if (token.type === 'document') documents++;
		return token.type === 'directive' || documents > 1;
	};
	for (const lexeme of new Lexer().lex(text)) {
		for (const token of parser.next(lexeme)) {
			if (!keep(token)) continue;
			return refuse(token.offset, { code: documents > 1 ? 'secondDocument' : 'directive', params: {} });
		}
		offset += lexeme.length;
		if (parser.stack.length > MAX_NESTING) {
			return refuse(Math.min(offset, text.length - 1), { code: 'tooDeep', params: {} });
		}
		if (++lexemes > MAX_LEXEMES) return refuse(0, { code: 'tooManyValues', params: {} });
	}
	for (const token of parser.end()) {
		if (keep(token) && documents > 1) {
			return refuse(token.offset, { code: 'secondDocument', params: {} });
		}
	}

	const options = { uniqueKeys: false, prettyErrors: false, logLevel: 'silent', version: '1.2' } as const;
	const [document] = [...new Composer(options).compose(tokens, true, text.length)];
	// What follows the first error is mostly its consequence; a tab is one wherever it first misleads.
	const errors = [...document!.errors, ...document!.warnings].sort((a, b) => a.pos[0] - b.pos[0]);
	const first = errors.find(({ code }) => code === 'TAB_AS_INDENT') ?? errors[0];
	if (first === undefined) return { ok: true, document: document as Document.Parsed };
	return refuse(first.pos[0], { code: 'notYaml', params: { fault: first.code } });
}
