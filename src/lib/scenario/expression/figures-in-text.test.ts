import { expect, test } from 'vitest';
import { figuresIn, figureText, hasStrayBrace, textWith } from './figures-in-text.ts';

const TEXT = 'Of {a.hosts|ten thousand} hosts {a.down / 2 |half} are down.';

test('a text names what it asks of the world, and where', () => {
	const figures = figuresIn(TEXT);
	expect(figures.map(({ expression, instead }) => [expression, instead])).toEqual([
		['a.hosts', 'ten thousand'],
		['a.down / 2', 'half']
	]);
	for (const { expression, at } of figures) expect(TEXT.slice(at).startsWith(expression)).toBe(true);
});

test('it says the figures that are known, and words in place of the others', () => {
	expect(textWith(TEXT)).toBe('Of ten thousand hosts half are down.');
	expect(textWith(TEXT, { 'a.hosts': 12_345 })).toBe('Of 12,000 hosts half are down.');
	expect(textWith(TEXT, { 'a.hosts': 12_345, 'a.down / 2': 17 })).toBe('Of 12,000 hosts 17 are down.');
});

test.each([
	[0, '0'],
	[37.4, '37'],
	[99.6, '100'],
	[100, '100'],
	[1949, '1,900'],
	[12_345, '12,000'],
	[123_456, '120,000'],
	[999_999, '1 million'],
	[8_449_000, '8.4 million'],
	[12_600_000, '13 million'],
	[-1949, '-1,900']
])('%d is told as %s', (value, said) => {
	expect(figureText(value)).toBe(said);
});

test('a brace that is part of no figure is seen', () => {
	expect(hasStrayBrace(TEXT)).toBe(false);
	for (const text of ['{a.hosts}', '{a|}', 'a } b', '{a|b', '{{a|b}'])
		expect(hasStrayBrace(text), text).toBe(true);
});
