import { exp } from '../../sim/exact/exp.ts';
import { log } from '../../sim/exact/log.ts';

/** How the answer to an attack reaches hosts once the vendor has it: as all its content does. Plain data. */
export interface Answer {
	/** Minutes from the answer until the first ring may take it. */
	readonly laterMin: number;
	/** Rings with their shares of hosts, and when each opens; they sum to 1. */
	readonly rings: readonly { readonly share: number; readonly opensMin: number }[];
	/** Share of hosts whose owners hold content back, and for how long. */
	readonly heldBackShare: number;
	readonly heldBackMin: number;
}

/** Minutes on the mean until a host has fetched an answer that is open to it (assumed). */
const FETCH_MIN = 30;
const YEAR_MIN = 525_600;
/** From then on nobody waits any more: what is left are hosts that were off. */
const FEW = 1e-6;

/** Share of hosts that are still without the answer, so many minutes after the vendor has it. */
export function withoutAnswer(
	{ laterMin, rings, heldBackShare, heldBackMin }: Answer,
	minutes: number
): number {
	const waits = (openMin: number) => {
		const fetchingMin = minutes - laterMin - openMin;
		return fetchingMin <= 0 ? 1 : exp(-fetchingMin / FETCH_MIN);
	};
	return rings.reduce(
		(sum, { share, opensMin }) =>
			sum + share * ((1 - heldBackShare) * waits(opensMin) + heldBackShare * waits(opensMin + heldBackMin)),
		0
	);
}

/** The mean time until a host that is still without the answer takes it, between two minutes after the vendor has it. */
export function answerMin(answer: Answer, fromMin: number, toMin: number): number {
	const [before, after] = [withoutAnswer(answer, fromMin), withoutAnswer(answer, toMin)];
	if (before < FEW || after < FEW) return FETCH_MIN;
	const fell = log(before / after);
	return fell > 0 ? Math.min(YEAR_MIN, (toMin - fromMin) / fell) : YEAR_MIN;
}
