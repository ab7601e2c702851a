import type { ConfidenceCalibration, DecisionEffect, DecisionEntry } from './hot-wash.ts';

/** With fewer decisions a Brier score says more about luck than about judgement (assumed). */
export const LEAST_FOR_BRIER = 6;

/**
 * How confident the player was that a decision would help, beside whether it did in this run. A decision that changed nothing
 * did not help.
 */
export function confidenceCalibrationOf(
	entries: readonly DecisionEntry[],
	effects: readonly DecisionEffect[]
): ConfidenceCalibration {
	const judged = entries.flatMap(({ decision, title, confidencePct }) => {
		const effect = effects.find((one) => one.decision === decision && one.kind === 'committed');
		if (confidencePct === null || effect === undefined) return [];
		return [{ decision, title, confidencePct, helped: effect.verdict === 'helped', harm: effect.harm }];
	});
	const mean = (value: (one: (typeof judged)[number]) => number) =>
		judged.length === 0 ? null : judged.reduce((sum, one) => sum + value(one), 0) / judged.length;
	const brier = mean(({ confidencePct, helped }) => {
		const off = confidencePct / 100 - (helped ? 1 : 0);
		return off * off;
	});
	return {
		judged,
		meanConfidencePct: mean(({ confidencePct }) => confidencePct),
		helpedShare: mean(({ helped }) => (helped ? 1 : 0)),
		brier: judged.length < LEAST_FOR_BRIER ? null : brier,
		leastForBrier: LEAST_FOR_BRIER
	};
}
