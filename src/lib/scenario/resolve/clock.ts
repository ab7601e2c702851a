import type { Clock } from '../../sim/model.ts';
import { minuteOf } from '../parse/point-in-time.ts';
import type { ScenarioFile } from '../schema/scenario.ts';
import { utcMinute, weekMinute } from '../worlds/calendar.ts';

const DAY_MIN = 1440;

export function horizonOf({ days }: ScenarioFile['clock']): number {
	return Math.floor(days * DAY_MIN);
}

/** The clock of a checked scenario. */
export function clockOf(clock: ScenarioFile['clock']): Clock {
	const startMinute = utcMinute(clock.start);
	const horizonMin = horizonOf(clock);
	return {
		startMinute,
		startWeekMinute: weekMinute(startMinute),
		horizonMin,
		spans: clock.grid.map(({ until, step }) => ({
			untilMin: until === 'end' ? horizonMin : minuteOf(until, startMinute),
			stepMin: step
		}))
	};
}
