import fc from 'fast-check';
import { expect, test } from 'vitest';
import { xmlFaults } from '../testing/office-check.ts';
import { cleanText, clipped } from './clean.ts';
import { asWritten, csvText, withoutFormula } from './csv.ts';
import { xmlAttribute, xmlText } from './xml.ts';

/** Any text at all, halves of characters and signs that turn direction among it. */
const anyText = fc.oneof(
	fc.string({ unit: 'binary' }),
	fc.array(fc.nat(0xffff), { maxLength: 30 }).map((codes) => String.fromCharCode(...codes)),
	fc.constantFrom('\u202Egnp.exe', '\uD83D', 'a\u0000b', '\r\n', '\uD83D\u202E\uDE00', ']]>', '_x0041_')
);

test('people’s text is whatever XML allows, and turns no line', () => {
	fc.assert(
		fc.property(anyText, (text) => {
			expect(xmlFaults(`<a b="${xmlAttribute(text)}">${xmlText(text)}</a>`)).toEqual([]);
			expect(cleanText(text)).not.toMatch(/[\u202A-\u202E\u2066-\u2069]/u);
			expect(cleanText(text).isWellFormed()).toBe(true);
			expect(cleanText(cleanText(text))).toBe(cleanText(text));
		})
	);
});

test('ordinary text of any language stays as it is', () => {
	for (const text of ['Ärger & “quotes”', 'مرحبا', '日本語\tx\ny', '👩‍🚒 0️⃣', '−5 %'])
		expect(cleanText(text)).toBe(text);
});

test('a text that is cut off ends in a whole character', () => {
	expect(clipped('ab👩cd', 4)).toBe('ab…');
	expect(clipped('abc', 3)).toBe('abc');
});

test('no cell of a CSV is taken for a formula, and each can be read back', () => {
	fc.assert(
		fc.property(anyText, fc.constantFrom('', '=', '+', '-', '@', "'", "'=", '＝', '\t'), (text, before) => {
			const cell = withoutFormula(cleanText(before + text));
			expect(cell).not.toMatch(/^[=+\-@\t＝＋－＠]/u);
			expect(asWritten(cell)).toBe(cleanText(before + text));
		})
	);
});

test('a CSV quotes what would break its rows, and leaves numbers alone', () => {
	expect(csvText([['a,b', 'x"y', 'two\nlines', ' spaced', '=1+1', -5, null]])).toBe(
		'\uFEFF"a,b","x""y","two\nlines"," spaced",\'=1+1,-5,\r\n'
	);
});
