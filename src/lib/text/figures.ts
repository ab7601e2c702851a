/** Numbers as people read them: few digits in sentences, all of them in tables, always with their unit. */

const NARROW = '\u202f';
const NO_BREAK = '\u00a0';
const MINUS = '−';

/** `8412345` → `8,412,345` */
export function whole(n: number): string {
	const digits = Math.abs(Math.round(n)).toString();
	const grouped = digits.replace(/\B(?=(\d{3})+$)/g, ',');
	return Math.round(n) < 0 ? MINUS + grouped : grouped;
}

/** With its sign: `+3,525,958`, `−120`, `0`. */
export function signed(n: number): string {
	return Math.round(n) > 0 ? `+${whole(n)}` : whole(n);
}

/** Three digits that matter, with the size in words: `8.41 million`, `412,000`, `3.5 billion`. */
export function rounded(n: number): string {
	const { value, size } = scaled(n);
	return size === '' ? value : `${value}${NO_BREAK}${size}`;
}

/** The same for tight places: `8.41 M`, `412,000`, `3.5 bn`. */
export function compact(n: number): string {
	const { value, size } = scaled(n);
	return size === '' ? value : `${value}${NO_BREAK}${{ million: 'M', billion: 'bn' }[size]}`;
}

/** `8.41 million hosts`; one host is a host. */
export function hosts(n: number): string {
	return `${rounded(n)}${NO_BREAK}${Math.round(n) === 1 ? 'host' : 'hosts'}`;
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
	const points = Math.round(share * 1e9) / 1e7;
	if (points > 99 && points < 100) return `${Math.min(99.9, Math.round(points * 10) / 10)}${NARROW}%`;
	if (points > 0 && points < 1) return `${Math.max(0.1, Math.round(points * 10) / 10)}${NARROW}%`;
	return `${Math.round(points)}${NARROW}%`;
}

function money(cents: number, write: (n: number) => string): string {
	const text = write(Math.abs(cents) / 100);
	return cents < 0 ? `${MINUS}$${text}` : `$${text}`;
}

function scaled(n: number): { value: string; size: '' | 'million' | 'billion' } {
	const size = Math.abs(n);
	const sign = n < 0 ? MINUS : '';
	// 999,600 would be written as 1,000,000: it is a million by then.
	if (size >= 999_500_000) return { value: sign + threeDigits(size / 1e9), size: 'billion' };
	if (size >= 999_500) return { value: sign + threeDigits(size / 1e6), size: 'million' };
	if (size < 1000) return { value: whole(n), size: '' };
	const step = 10 ** (Math.floor(Math.log10(size)) - 2);
	return { value: whole(Math.round(n / step) * step), size: '' };
}

function threeDigits(n: number): string {
	if (n >= 99.95) return whole(n);
	return n >= 9.995 ? n.toFixed(1) : n.toFixed(2);
}
