import { stepLengthMin } from '../../lib/sim/time/grid.ts';
import type { GridSpan } from '../../lib/sim/model.ts';

/** Where nothing else is asked for: every step while the update spreads, then every quarter of an hour. */
const FINE_UNTIL_MIN = 240;
const COARSE_MIN = 15;

/**
 * Minutes of the grid at which the world is looked at, first and last included: `everyMin` apart, or a step where that
 * is longer.
 *
 * @param untilMin on the grid
 */
export function* sampleMinutes(
	spans: readonly GridSpan[],
	untilMin: number,
	everyMin: number | null
): Generator<number> {
	let last = 0;
	yield 0;
	for (let minute = 0; minute < untilMin;) {
		minute += stepLengthMin(spans, minute);
		const apart = everyMin ?? (minute <= FINE_UNTIL_MIN ? 1 : COARSE_MIN);
		if (minute - last < apart && minute < untilMin) continue;
		last = minute;
		yield minute;
	}
}
