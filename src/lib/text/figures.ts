/** Numbers as people read them: few digits in sentences, all of them in tables, always with their unit. */

import { figureWords, format, MINUS, NO_BREAK, rounded, scaled, THREE, written } from './basic-figures.ts';

export { counted, percent, rounded, whole } from './basic-figures.ts';

const SIGNED = format({ maximumFractionDigits: 0, signDisplay: 'exceptZero' });
const AS_GIVEN = format({ maximumFractionDigits: 3 });
const TENTHS = format({ minimumFractionDigits: 1, maximumFractionDigits: 1 });
const HUNDREDTHS = format({ minimumFractionDigits: 2, maximumFractionDigits: 2 });

const SHORT = format({ notation: 'compact', compactDisplay: 'short', ...THREE });
const LONG = format({ notation: 'compact', compactDisplay: 'long', ...THREE });
const LONG_AS_GIVEN = format({ notation: 'compact', compactDisplay: 'long', maximumSignificantDigits: 3 });
const SHORT_AS_GIVEN = format({ notation: 'compact', compactDisplay: 'short', maximumSignificantDigits: 3 });
/** Where sign and currency stand; the figure itself comes from the formats above. */
const USD = format({
	...{ style: 'currency', currency: 'USD', currencyDisplay: 'narrowSymbol' },
	maximumFractionDigits: 0
});

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

/** The same for tight places: `8.41 M`, `412,000`, `3.50 bn`. */
export function compact(n: number): string {
	return scaled(n, SHORT);
}

/** For large type, where six digits take too much room: `8.41 million`, `328 thousand`, `94,000`. */
export function large(n: number): string {
	return Math.abs(n) >= 99_950 ? written(LONG, n) : rounded(n);
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
	return `${rounded(n)}${NO_BREAK}${figureWords.hosts(n)}`;
}

/** Whole US cents as dollars: `$7.61 billion`, `$310 million`, `$12,300`. */
export function dollars(cents: number): string {
	return money(cents, rounded);
}

/** Whole US cents in tight places: `$7.61 bn`. */
export function dollarsCompact(cents: number): string {
	return money(cents, compact);
}

/** A round sum at an axis, in whole US cents: `$1.5 bn`, `$500 M`. */
export function dollarsTick(cents: number): string {
	return money(cents, tick);
}

function money(cents: number, figure: (n: number) => string): string {
	const parts = USD.formatToParts(cents < 0 ? -1 : 1);
	const text = parts.map(({ type, value }) => {
		if (type === 'integer') return figure(Math.abs(cents) / 100);
		return type === 'minusSign' ? MINUS : value;
	});
	return text.join('');
}
