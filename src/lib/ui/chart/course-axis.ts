import { scalePow } from 'd3-scale';

export interface CourseAxis {
	/** Where a minute stands, from 0 to 1. */
	readonly at: (minute: number) => number;
	/** Minutes with a tick, the same for every chart of a course. */
	readonly ticks: readonly number[];
	readonly untilMin: number;
	readonly isStretched: boolean;
}

const HOUR_MIN = 60;
const DAY_MIN = 1440;
const LEAST_MIN = 90;
const STEPS_MIN = [15, 30, 60, 120, 240, 720, DAY_MIN, 2 * DAY_MIN] as const;
const TICKS_MOST = 6;

/**
 * The time axis that the small charts of a course share. It is even for the first half day; later its start is stretched,
 * because in the first hours everything breaks and in the last days little changes.
 *
 * @param untilMin the last minute to be shown: where the world stops next, so that the axis rests while it runs
 */
export function courseAxis(startMinute: number, untilMin: number): CourseAxis {
	const until = Math.max(LEAST_MIN, untilMin);
	const exponent = until <= 12 * HOUR_MIN ? 1 : until <= 2 * DAY_MIN ? 1 / 2 : 1 / 3;
	const at = scalePow().exponent(exponent).domain([0, until]).range([0, 1]);
	const step = STEPS_MIN.find((minutes) => until / minutes <= TICKS_MOST) ?? 2 * DAY_MIN;
	const ticks: number[] = [];
	// Ticks stand on round hours of the clock, not of the run.
	for (let tick = step - (startMinute % step); tick < until; tick += step) ticks.push(tick);
	return { at, ticks, untilMin: until, isStretched: exponent !== 1 };
}
