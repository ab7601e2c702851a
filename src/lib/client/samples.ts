import type { GridSpan } from '../sim/model.ts';
import { stepLengthMin } from '../sim/grid.ts';

/** The first hours are drawn minute by minute as far as the grid goes, the rest at even distances on a stretched axis. */
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
		.map((minute) => gridMinute(spans, minute));
	return [...new Set(onGrid)].sort((a, b) => a - b);
}

/** The last minute of the grid at or before `minute`. */
export function gridMinute(spans: readonly GridSpan[], minute: number): number {
	let from = 0;
	for (const { untilMin, stepMin } of spans) {
		if (minute < untilMin) return from + Math.floor((minute - from) / stepMin) * stepMin;
		from = untilMin;
	}
	return from;
}

/** The minute one step of the grid after `minute`, or the horizon. */
export function nextGridMinute(spans: readonly GridSpan[], horizonMin: number, minute: number): number {
	return Math.min(horizonMin, minute + stepLengthMin(spans, minute));
}
