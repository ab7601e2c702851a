import type { GridSpan } from '../model.ts';

/** Length in minutes of the step that starts at `minute`. The grid is a function of the scenario alone, so that a
 * changed decision never shifts the randomness. */
export function stepLengthMin(spans: readonly GridSpan[], minute: number): number {
	for (const span of spans) if (minute < span.untilMin) return span.stepMin;
	return spans[spans.length - 1]!.stepMin;
}

/** The first minute of the grid at or after `minute`. */
export function gridMinuteFrom(spans: readonly GridSpan[], minute: number): number {
	let on = 0;
	while (on < minute) on += stepLengthMin(spans, on);
	return on;
}

/** The last minute of the grid at or before `minute`; past the grid its end. */
export function gridMinuteUpTo(spans: readonly GridSpan[], minute: number): number {
	let from = 0;
	for (const { untilMin, stepMin } of spans) {
		if (minute < untilMin) return from + Math.floor((minute - from) / stepMin) * stepMin;
		from = untilMin;
	}
	return from;
}

/** The minute one step of the grid after `minute`, or the horizon if that comes first. */
export function nextGridMinute(spans: readonly GridSpan[], horizonMin: number, minute: number): number {
	return Math.min(horizonMin, minute + stepLengthMin(spans, minute));
}

/** What is wrong with a grid, or null: spans must ascend, steps divide them, and the last ends at the horizon. */
export function gridFault(spans: readonly GridSpan[], horizonMin: number): string | null {
	let fromMin = 0;
	for (const { untilMin, stepMin } of spans) {
		if (!Number.isInteger(stepMin) || stepMin < 1)
			return `a step of ${stepMin} minutes is not a whole number of at least 1`;
		if (untilMin <= fromMin) return `the span until ${untilMin} ends before it starts (${fromMin})`;
		if ((untilMin - fromMin) % stepMin !== 0)
			return `steps of ${stepMin} minutes do not fill ${fromMin} to ${untilMin}`;
		fromMin = untilMin;
	}
	return fromMin === horizonMin ? null : `the grid ends at ${fromMin} and the exercise at ${horizonMin}`;
}
