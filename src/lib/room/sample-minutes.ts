import type { GridSpan } from '../sim/model.ts';
import { gridMinuteUpTo } from '../sim/time/grid.ts';

/** The first hours are drawn every so many minutes where the grid is that fine, the rest ever less often. */
const FINE_UNTIL_MIN = 120;
const FINE_STEP_MIN = 2;
const LATER_SAMPLES = 150;

/**
 * The minutes at which a curve is read off, in order, all of them on the grid and the horizon among them: the same ones
 * however fast somebody watches, so that a curve does not depend on how it was watched.
 *
 * @param wanted minutes that must be among them, such as the end of a log
 */
export function sampleMinutes(
	spans: readonly GridSpan[],
	horizonMin: number,
	wanted: readonly number[] = []
): number[] {
	const asked: number[] = [0, horizonMin, ...wanted];
	for (let minute = 0; minute < FINE_UNTIL_MIN; minute += FINE_STEP_MIN) asked.push(minute);
	for (let i = 1; i < LATER_SAMPLES; i++) {
		const along = i / LATER_SAMPLES;
		asked.push(Math.max(FINE_UNTIL_MIN, Math.floor(horizonMin * along * along * along)));
	}
	const onGrid = asked
		.filter((minute) => minute >= 0 && minute <= horizonMin)
		.map((minute) => gridMinuteUpTo(spans, minute));
	return [...new Set(onGrid)].sort((a, b) => a - b);
}
