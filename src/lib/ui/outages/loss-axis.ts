import { scaleLog } from 'd3-scale';
import { EXCEEDED, WORLDS, type Curve, type SliceFigures } from '../../outages/evaluate/evaluation.ts';

/** Smaller losses stand at the edge of a chart. */
export const LEAST_USD = 1e6;
const POWERS = [1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12];
/** Where fewer shocks came to more a curve ends. */
const FEW = 5;

/** Where the axis of losses ends, in US$. */
export function mostLost({ curves }: Pick<SliceFigures, 'curves'>): number {
	return Math.max(1e9, ...WORLDS.map((world) => curves[world]?.lossUsd.at(-1) ?? 0)) * 1.1;
}

export function lossScale(mostUsd: number, left: number, right: number): (usd: number) => number {
	return scaleLog().domain([LEAST_USD, mostUsd]).range([left, right]).clamp(true);
}

/** @param isWide whether each power of ten has a place for its label */
export function lossTicks(mostUsd: number, isWide: boolean): number[] {
	return POWERS.filter((at, index) => at <= mostUsd && (isWide || index % 2 === 1));
}

/** Points of a loss-exceedance curve. */
export function curvePoints(
	{ lossUsd, runs }: Curve,
	x: (usd: number) => number,
	y: (share: number) => number
): { readonly x: number; readonly y: number }[] {
	return EXCEEDED.flatMap((share, at) =>
		share * runs < FEW ? [] : [{ x: x(Math.max(LEAST_USD, lossUsd[at]!)), y: y(share) }]
	);
}
