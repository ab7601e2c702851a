import type { Together } from './hot-wash.ts';

/** One step of the bar that sums, in tenths of a point of 100: below 0 it lowered the harm. */
export interface ShownPart {
	/** `rest`: single decisions too small to be named; `shared`: what no single one accounts for. */
	readonly kind: 'decision' | 'rest' | 'shared';
	/** Index into the parts; null for the others. */
	readonly part: number | null;
	/** How many decisions it stands for. */
	readonly count: number;
	readonly tenths: number;
	/** Where its piece of the bar begins: what came before it has added up to that. */
	readonly fromTenths: number;
}

// A hair below nothing rounds to −0, which would be shown with its sign; adding 0 takes that away.
const tenthsOf = (harm: number) => Math.round(harm * 1000) + 0;

/**
 * The parts as they are shown: rounded to tenths so that they add up to the total that is shown. Rounding goes to what
 * they share.
 *
 * @param most so many decisions are named
 */
export function shownParts({ harm, parts }: Together, most: number): ShownPart[] {
	const named = parts.slice(0, most).filter((part) => tenthsOf(part.harm) !== 0);
	const unnamed = parts.filter((part) => !named.includes(part));
	const rest = tenthsOf(unnamed.reduce((sum, part) => sum + part.harm, 0));
	const before: Omit<ShownPart, 'fromTenths'>[] = named.map((part) => {
		return { kind: 'decision', part: parts.indexOf(part), count: 1, tenths: tenthsOf(part.harm) };
	});
	if (rest !== 0) before.push({ kind: 'rest', part: null, count: unnamed.length, tenths: rest });
	const left = tenthsOf(harm) - before.reduce((sum, { tenths }) => sum + tenths, 0);
	if (left !== 0) before.push({ kind: 'shared', part: null, count: parts.length, tenths: left });
	let fromTenths = 0;
	return before.map((part) => {
		const shown = { ...part, fromTenths };
		fromTenths += part.tenths;
		return shown;
	});
}

/** The total in the same tenths. */
export function shownTotal({ harm }: Together): number {
	return tenthsOf(harm);
}
