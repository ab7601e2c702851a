/** The figures that every page needs, phones over a crowded Wi-Fi too. All others stand in `figures.ts`. */

import { en } from './en/figures.ts';
import { intlTag } from './locale.ts';
import { fromIntl, localised } from './localised.ts';
import { form, type EnglishForms } from './plural.ts';

const NARROW = '\u202f';
export const NO_BREAK = '\u00a0';
export const MINUS = '−';

export const figureWords = localised({ en });

export const format = (options: Intl.NumberFormatOptions) => new Intl.NumberFormat(intlTag, options);
export const THREE = { minimumSignificantDigits: 3, maximumSignificantDigits: 3 } as const;

const WHOLE = format({ maximumFractionDigits: 0 });
const PERCENT = format({ style: 'percent', maximumFractionDigits: 0 });
const TENTHS_OF_PERCENT = format({ style: 'percent', maximumFractionDigits: 1 });

/** Below a million a number is written out, and above it with its size in words or as a sign. */
const UP_TO_A_MILLION = format({ maximumSignificantDigits: 3 });
const LONG = format({ notation: 'compact', compactDisplay: 'long', ...THREE });

/** `8412345` → `8,412,345` */
export function whole(n: number): string {
	return written(WHOLE, Math.round(n));
}

/** Three digits that matter, with the size in words: `8.41 million`, `412,000`, `3.50 billion`. */
export function rounded(n: number): string {
	return scaled(n, LONG);
}

/** `0.784` → `78 %`. What is not quite whole never reads as whole, and what is not quite nothing never as nothing. */
export function percent(share: number): string {
	// Sums of weights come to 0.9999999999999999: what is nearer to 100 than anybody could tell is 100.
	const exact = Math.round(share * 1e9) / 1e9;
	if (exact > 0.99 && exact < 1) return written(TENTHS_OF_PERCENT, Math.min(0.999, exact));
	if (exact > 0 && exact < 0.01) return written(TENTHS_OF_PERCENT, Math.max(0.001, exact));
	return written(PERCENT, exact);
}

/** `1 place`, `1,200 places` */
export function counted(n: number, forms: EnglishForms): string {
	return `${whole(n)} ${form(n, forms)}`;
}

/** 999,600 would be written as 1,000,000: it is a million by then. */
export function scaled(n: number, sized: Intl.NumberFormat): string {
	const size = Math.abs(n);
	if (size >= 999_500) return written(sized, n);
	return size < 1000 ? whole(n) : written(UP_TO_A_MILLION, n);
}

/** As `Intl` says it, with a true minus, a space that does not break before a size, and a narrow one before `%`. */
export function written(numbers: Intl.NumberFormat, n: number): string {
	// −0 is 0 to the reader.
	const parts = numbers.formatToParts(n === 0 ? 0 : n);
	const text = parts.map(({ type, value }, i) => {
		if (type === 'minusSign') return MINUS;
		if (type === 'percentSign') return `${NARROW}${value}`;
		if (type === 'compact') return `${NO_BREAK}${figureWords.sizes[value] ?? fromIntl(value)}`;
		const isSpace = type === 'literal' && value.trim() === '';
		return isSpace && ['compact', 'percentSign'].includes(parts[i + 1]?.type ?? '') ? '' : value;
	});
	return text.join('');
}
