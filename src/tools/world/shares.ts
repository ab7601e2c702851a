import { ReadableError } from '../readable-error.ts';
/**
 * Shares that sum to exactly 1 at the given number of decimals: each part over the total, rounded, and what
 * rounding left over added to the largest. Throws when there is nothing to share.
 */
export function roundedShares(parts: readonly number[], decimals: number): number[] {
	const total = parts.reduce((sum, part) => sum + part, 0);
	if (!(total > 0)) throw new ReadableError('shares of nothing: every part is 0.');
	const unit = 10 ** decimals;
	const units = parts.map((part) => Math.round((part / total) * unit));
	const largest = units.indexOf(Math.max(...units));
	units[largest] += unit - units.reduce((sum, part) => sum + part, 0);
	return units.map((part) => part / unit);
}
