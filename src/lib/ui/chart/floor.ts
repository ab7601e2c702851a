import { SERIES, type Curves } from '../../client/compare/series.ts';

/** Round numbers at which a picture of shares may end. */
const FLOORS = [0.9, 0.8, 0.6, 0.4, 0.2] as const;

/** The highest round floor that nothing has gone below: small losses are seen. */
export function roundFloor(least: number): number {
	return FLOORS.find((floor) => floor <= least) ?? 0;
}

/** The floor of all services of all series: they share one scale. */
export function serviceFloor(curves: Curves): number {
	const outputs = SERIES.flatMap((series) =>
		(curves[series] ?? []).flatMap(({ sectors }) => sectors.map(({ output }) => output))
	);
	return roundFloor(outputs.reduce((low, output) => Math.min(low, output), 1));
}
