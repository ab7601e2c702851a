import { log, log1p } from '../exact/log.ts';
import { FEW_UP_TO_VARIANCE, fewOfMany } from './few-of-many.ts';
import { manyOfMany } from './many-of-many.ts';

/**
 * The logarithm that {@link binomialQuantile} wants with a probability: of p or of 1 − p, whichever is more.
 * By log1p, because 1 − p drops the digits of a small p, and n hosts multiply what is dropped: of two million
 * hosts at 1e-9, the rarest draws would come out one host too many.
 */
export function logOfLikelier(p: number): number {
	return p > 0.5 ? log(p) : log1p(-p);
}

/** The draw by those who stay, when they are the fewer: p above ½. */
function byThoseWhoStay(u: number, n: number, p: number, logP: number): number {
	if (p >= 1) return n;
	const q = 1 - p;
	if (n * q * p > FEW_UP_TO_VARIANCE) return manyOfMany(u, n, p, q);
	return n - fewOfMany(1 - u, u, n, q, n * logP);
}

function draw(u: number, n: number, p: number, logLikelier: number): number {
	if (p > 0.5) return byThoseWhoStay(u, n, p, logLikelier);
	const q = 1 - p;
	if (n * p * q > FEW_UP_TO_VARIANCE) return manyOfMany(u, n, p, q);
	return fewOfMany(u, 1 - u, n, p, n * logLikelier);
}

/**
 * How many of n hosts make a transition that each makes with probability p: the smallest count that a
 * binomial exceeds with probability u at most. One uniform gives one draw; the draw never rises with u
 * and never falls when n or p rises, so that runs with common random numbers differ only by what was
 * decided. (Where the variance np(1 − p) crosses {@link FEW_UP_TO_VARIANCE} the method changes and
 * fewer than one draw in a thousand falls, by one host.)
 *
 * In law exact up to that variance, within 0.03 % total variation above. n ≤ 0 or p ≤ 0 give 0, p ≥ 1 gives
 * n.
 *
 * @param u a value of `uniform`, between 2⁻³³ and 1 − 2⁻³³
 * @param n hosts, an integer up to 2³¹ − 1
 * @param logLikelier {@link logOfLikelier} of p, computed once per probability
 */
export function binomialQuantile(u: number, n: number, p: number, logLikelier: number): number {
	// P(at least 1) ≤ np, so this is exact. Kept apart and tiny, so that it is inlined: half of all draws
	// end here.
	if (u >= n * p) return 0;
	return draw(u, n, p, logLikelier);
}
