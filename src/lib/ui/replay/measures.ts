import type { Sample } from '../../room/feed/samples.ts';
import { dollarsCompact, dollarsTick, tick, whole } from '../../text/figures.ts';

/** What a curve of a replay can show. `own…`: of what the role of a series owns, where it owns something. */
export const MEASURES = ['down', 'unprotected', 'lossCents', 'ownDown', 'ownLossCents'] as const;
export type Measure = (typeof MEASURES)[number];

export function valueOf(sample: Sample, measure: Measure): number {
	if (measure === 'ownDown') return sample.own.reduce((sum, { down }) => sum + down, 0);
	if (measure === 'ownLossCents') return sample.own.reduce((sum, { lossCents }) => sum + lossCents, 0);
	return sample[measure];
}

const isMoney = (measure: Measure) => measure === 'lossCents' || measure === 'ownLossCents';

export function written(amount: number, measure: Measure): string {
	return isMoney(measure) ? dollarsCompact(amount) : whole(amount);
}

export function onAxis(amount: number, measure: Measure): string {
	return isMoney(measure) ? dollarsTick(amount) : tick(amount);
}

/** Those that can be shown of some curves. */
export function measuresOf(curves: readonly (readonly Sample[])[]): readonly Measure[] {
	const ownSomething = curves.some((curve) => (curve[0]?.own.length ?? 0) > 0);
	return MEASURES.filter((measure) => ownSomething || !measure.startsWith('own'));
}
