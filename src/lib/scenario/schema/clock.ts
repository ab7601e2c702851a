import * as v from 'valibot';
import { closed, list, Minutes, PointInTime, notIn } from './basic.ts';

/** When the exercise's minute 0 is, how long it lasts, and how fine its steps are. */
export const ClockEntry = closed({
	start: v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}Z$/, notIn('utcTime'))),
	days: v.pipe(v.number(), v.gtValue(0), v.maxValue(60)),
	/** Steps of `step` minutes until `until`; the last span ends at `end`. */
	grid: v.pipe(
		list(
			closed({
				until: v.union([PointInTime, v.literal('end')], notIn('timeOrEnd')),
				step: Minutes
			}),
			20
		),
		v.minLength(1)
	)
});
