import { scalePow } from 'd3-scale';
import { axisDay, timeOfDay } from '../../text/moments.ts';

export interface TimeTick {
	readonly minute: number;
	readonly x: number;
	readonly label: string;
	/** Midnight UTC; the others are hours of the first day. */
	readonly isDay: boolean;
}

export interface TimeAxis {
	/** Where a minute of the exercise stands. */
	readonly x: (minute: number) => number;
	readonly ticks: readonly TimeTick[];
}

const HOURS = [1, 2, 4, 8, 14, 20];

/**
 * The axis that all curves of a run share. It is stretched at its start by a cube root: in the first hours everything
 * breaks, and in the last days little changes. Charts say so beside it.
 *
 * @param apart least distance of two ticks, in px
 */
export function timeAxis(
	facts: { readonly startMinute: number; readonly horizonMin: number },
	from: number,
	to: number,
	apart: number
): TimeAxis {
	const { startMinute, horizonMin } = facts;
	const x = scalePow()
		.exponent(1 / 3)
		.domain([0, horizonMin])
		.range([from, to]);
	const tick = (minute: number, isDay: boolean): TimeTick => {
		const moment = startMinute + minute;
		return { minute, x: x(minute), label: isDay ? axisDay(moment) : timeOfDay(moment), isDay };
	};
	const days: TimeTick[] = [];
	for (let midnight = 1440 - (startMinute % 1440); midnight < horizonMin; midnight += 1440) {
		days.push(tick(midnight, true));
	}
	const hours = HOURS.map((hour) => hour * 60)
		.filter((minute) => minute < Math.min(horizonMin, days[0]?.minute ?? horizonMin))
		.map((minute) => tick(minute, false));
	// The start and the first midnight go before all others, then the first to come finds room.
	const kept: TimeTick[] = [];
	// The first label begins at its tick; the others stand with their middle on it.
	const room = (tick: TimeTick) => (tick.minute === 0 ? apart * 1.4 : apart);
	for (const one of [tick(0, false), ...days.slice(0, 1), ...hours, ...days.slice(1)]) {
		const fits =
			one.x + apart / 2 <= to + apart / 4 && kept.every((other) => Math.abs(other.x - one.x) >= room(other));
		if (fits) kept.push(one);
	}
	return { x, ticks: kept.sort((a, b) => a.x - b.x) };
}
