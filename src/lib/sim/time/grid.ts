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

/** What can be wrong with a grid, by code. */
export interface GridFaults {
	stepNotWhole: { readonly stepMin: number };
	spanBackwards: { readonly untilMin: number; readonly fromMin: number };
	stepDoesNotFill: { readonly stepMin: number; readonly fromMin: number; readonly untilMin: number };
	gridEndsElsewhere: { readonly endMin: number; readonly horizonMin: number };
}
export type GridFault = {
	[Code in keyof GridFaults]: { readonly code: Code; readonly params: GridFaults[Code] };
}[keyof GridFaults];

/** What is wrong with a grid, or null: spans must ascend, steps divide them, and the last ends at the horizon. */
export function gridFault(spans: readonly GridSpan[], horizonMin: number): GridFault | null {
	let fromMin = 0;
	for (const { untilMin, stepMin } of spans) {
		if (!Number.isInteger(stepMin) || stepMin < 1) return { code: 'stepNotWhole', params: { stepMin } };
		if (untilMin <= fromMin) return { code: 'spanBackwards', params: { untilMin, fromMin } };
		if ((untilMin - fromMin) % stepMin !== 0)
			return { code: 'stepDoesNotFill', params: { stepMin, fromMin, untilMin } };
		fromMin = untilMin;
	}
	if (fromMin === horizonMin) return null;
	return { code: 'gridEndsElsewhere', params: { endMin: fromMin, horizonMin } };
}
