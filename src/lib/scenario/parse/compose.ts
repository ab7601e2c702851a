import { Composer, Lexer, Parser, type CST, type Document } from 'yaml';
import type { Fault } from './fault.ts';
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
	const refuse = (offset: number, message: string, remedy: string): Composed => ({
		ok: false,
		faults: [source.faultAt(offset, [], message, remedy)]
	});
	const { text } = source;
	if (text.length > MAX_CHARACTERS) {
		return refuse(0, `the file has ${text.length} characters`, `keep it below ${MAX_CHARACTERS}`);
	}
	const noText = NO_TEXT.exec(text);
	if (noText !== null)
		return refuse(noText.index, 'this is not text', 'save the file as plain text in UTF-8');
	if (text.trim() === '') return refuse(0, 'the file is empty', 'write a scenario into it');

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
			return documents > 1
				? refuse(token.offset, 'a second document starts here', 'keep one scenario to a file')
				: refuse(token.offset, 'YAML directives are not read here', 'remove the line that starts with %');
		}
		offset += lexeme.length;
		if (parser.stack.length > MAX_NESTING) {
			return refuse(
				Math.min(offset, text.length - 1),
				'this is nested too deep',
				'unfold it: no scenario needs such depth'
			);
		}
		if (++lexemes > MAX_LEXEMES) return refuse(0, 'the file has too many parts', 'make it smaller');
	}
	for (const token of parser.end()) {
		if (keep(token) && documents > 1) {
			return refuse(token.offset, 'a second document starts here', 'keep one scenario to a file');
		}
	}

	const options = { uniqueKeys: false, prettyErrors: false, logLevel: 'silent', version: '1.2' } as const;
	const [document] = [...new Composer(options).compose(tokens, true, text.length)];
	const errors = [...document!.errors, ...document!.warnings];
	if (errors.length === 0) return { ok: true, document: document as Document.Parsed };
	return {
		ok: false,
		faults: errors
			.slice(0, 20)
			.map(({ pos, message }) =>
				source.faultAt(
					pos[0],
					[],
					`this is not YAML: ${message.split('\n')[0]}`,
					'mend it here or just above'
				)
			)
	};
}
