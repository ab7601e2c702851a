import { gridMinuteFrom } from '../../sim/time/grid.ts';
import type { GridSpan } from '../../sim/model.ts';

/** Until then every `FINE_STEP_MIN`: everything breaks within the first two hours. */
const FINE_UNTIL_MIN = 120;
const FINE_STEP_MIN = 10;
/** From then on each interval is this factor longer than the one before it. */
const GROWTH = 1.22;

/**
 * The minutes at which the runs of a debrief are read off, ascending, all on the time grid, with 0 and the horizon: few
 * enough to compare dozens of runs, close enough together that host-hours and the peak of a run can be told.
 */
export function readingMinutes(spans: readonly GridSpan[], horizonMin: number): number[] {
	const asked = [0];
	for (let minute = FINE_STEP_MIN; minute < FINE_UNTIL_MIN; minute += FINE_STEP_MIN) asked.push(minute);
	for (let minute = FINE_UNTIL_MIN; minute < horizonMin; minute *= GROWTH) asked.push(Math.floor(minute));
	const minutes = asked
		.filter((minute) => minute < horizonMin)
		.map((minute) => gridMinuteFrom(spans, minute));
	return [...new Set([...minutes, horizonMin])];
}
