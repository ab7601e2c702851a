/** Numbers as people read them: few digits in sentences, all of them in tables, always with their unit. */

import { intlTag } from './locale.ts';
import { fromIntl, localised } from './localised.ts';
import { en } from './en/figures.ts';
import { form, type EnglishForms } from './plural.ts';

const NARROW = '\u202f';
const NO_BREAK = '\u00a0';
const MINUS = '−';

const words = localised({ en });

const format = (options: Intl.NumberFormatOptions) => new Intl.NumberFormat(intlTag, options);
const THREE = { minimumSignificantDigits: 3, maximumSignificantDigits: 3 } as const;

const WHOLE = format({ maximumFractionDigits: 0 });
const SIGNED = format({ maximumFractionDigits: 0, signDisplay: 'exceptZero' });
const AS_GIVEN = format({ maximumFractionDigits: 3 });
const TENTHS = format({ minimumFractionDigits: 1, maximumFractionDigits: 1 });
const HUNDREDTHS = format({ minimumFractionDigits: 2, maximumFractionDigits: 2 });
const PERCENT = format({ style: 'percent', maximumFractionDigits: 0 });
const TENTHS_OF_PERCENT = format({ style: 'percent', maximumFractionDigits: 1 });

/** Below a million a number is written out, and above it with its size in words or as a sign. */
const UP_TO_A_MILLION = format({ maximumSignificantDigits: 3 });
const LONG = format({ notation: 'compact', compactDisplay: 'long', ...THREE });
const SHORT = format({ notation: 'compact', compactDisplay: 'short', ...THREE });
const LONG_AS_GIVEN = format({ notation: 'compact', compactDisplay: 'long', maximumSignificantDigits: 3 });
const SHORT_AS_GIVEN = format({ notation: 'compact', compactDisplay: 'short', maximumSignificantDigits: 3 });
/** Where sign and currency stand; the figure itself comes from the formats above. */
const USD = format({
	...{ style: 'currency', currency: 'USD', currencyDisplay: 'narrowSymbol' },
	maximumFractionDigits: 0
});

/** `8412345` → `8,412,345` */
export function whole(n: number): string {
	return written(WHOLE, Math.round(n));
}

/** With its sign: `+3,525,958`, `−120`, `0`. */
export function signed(n: number): string {
	return written(SIGNED, Math.round(n));
}

/** Every digit that was given: `8,500,000`, `0.97`. */
export function figureText(n: number): string {
	return written(AS_GIVEN, n);
}

/** With so many digits behind the point: `9.0`, `0.25`. */
export function decimals(n: number, digits: 1 | 2): string {
	return written(digits === 1 ? TENTHS : HUNDREDTHS, n);
}

/** Three digits that matter, with the size in words: `8.41 million`, `412,000`, `3.50 billion`. */
export function rounded(n: number): string {
	return scaled(n, LONG);
}

/** The same for tight places: `8.41 M`, `412,000`, `3.50 bn`. */
export function compact(n: number): string {
	return scaled(n, SHORT);
}

/** A figure from elsewhere, with no more digits than it came with: `8.5 million`. */
export function asReported(n: number): string {
	return scaled(n, LONG_AS_GIVEN);
}

/** A round number at an axis: `8 M`, `500,000`. */
export function tick(n: number): string {
	return scaled(n, SHORT_AS_GIVEN);
}

/** `8.41 million hosts`; one host is a host. */
export function hosts(n: number): string {
	return `${rounded(n)}${NO_BREAK}${words.hosts(n)}`;
}

/** Whole US cents as dollars: `$7.61 billion`, `$310 million`, `$12,300`. */
export function dollars(cents: number): string {
	return money(cents, rounded);
}

/** Whole US cents in tight places: `$7.61 bn`. */
export function dollarsCompact(cents: number): string {
	return money(cents, compact);
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

function money(cents: number, figure: (n: number) => string): string {
	const parts = USD.formatToParts(cents < 0 ? -1 : 1);
	const text = parts.map(({ type, value }) => {
		if (type === 'integer') return figure(Math.abs(cents) / 100);
		return type === 'minusSign' ? MINUS : value;
	});
	return text.join('');
}

/** 999,600 would be written as 1,000,000: it is a million by then. */
function scaled(n: number, sized: Intl.NumberFormat): string {
	const size = Math.abs(n);
	if (size >= 999_500) return written(sized, n);
	return size < 1000 ? whole(n) : written(UP_TO_A_MILLION, n);
}

/** As `Intl` says it, with a true minus, a space that does not break before a size, and a narrow one before `%`. */
function written(numbers: Intl.NumberFormat, n: number): string {
	// −0 is 0 to the reader.
	const parts = numbers.formatToParts(n === 0 ? 0 : n);
	const text = parts.map(({ type, value }, i) => {
		if (type === 'minusSign') return MINUS;
		if (type === 'percentSign') return `${NARROW}${value}`;
		if (type === 'compact') return `${NO_BREAK}${words.sizes[value] ?? fromIntl(value)}`;
		const isSpace = type === 'literal' && value.trim() === '';
		return isSpace && ['compact', 'percentSign'].includes(parts[i + 1]?.type ?? '') ? '' : value;
	});
	return text.join('');
}
