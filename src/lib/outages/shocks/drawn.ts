import type { Hit, Shock, ShockKind } from './shock.ts';
import { evenSpread, logSpread, quantile } from './spread.ts';

/** What several kinds of shocks take from their draws alike. */

/** As in July 2024: taken back 78 minutes after its release. */
export const NOTICED = logSpread(50, 15, 120);
export const DECIDED = logSpread(35, 10, 120);

export const reachOf = (kind: ShockKind, { draws }: Shock) => quantile(kind.spreads.reach, draws.reach);
export const difficultyOf = (kind: ShockKind, { draws }: Shock) =>
	quantile(kind.spreads.difficulty, draws.difficulty);

/** How a kind is answered that comes by the ordinary way of releases. */
export function answered(
	kind: ShockKind,
	{ draws }: Shock
): Pick<Hit, 'detectionMin' | 'decisionMin' | 'comes'> {
	return {
		detectionMin: quantile(kind.spreads.detectionMin, draws.detection),
		decisionMin: quantile(kind.spreads.decisionMin, draws.decision),
		comes: 'release'
	};
}

/** Difficulty multiplies the hands-on time of a repair. */
export const HANDS = logSpread(1, 0.5, 2);
/** Share of a vendor's hosts whose version the defect concerns. */
export const VERSIONS = evenSpread(0.3, 1);
