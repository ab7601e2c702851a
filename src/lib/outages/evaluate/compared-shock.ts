import type { Place, ShockCourse } from '../world/course.ts';
import type { WorldName } from './evaluation.ts';

/** One shock in two worlds, on one axis of time. Plain data. */
export interface ComparedShock {
	readonly kind: string;
	readonly number: number;
	/** After the summit. */
	readonly months: number;
	/** Minute of the week at which it comes. */
	readonly weekMinute: number;
	/** Since then; the axis of both. */
	readonly minutes: readonly number[];
	readonly places: readonly Place[];
	/** The world as it was first. */
	readonly worlds: readonly ShockInWorld[];
}

/** As {@link ShockCourse}; once a world is quiet it stays as it is to the end of the axis. */
export interface ShockInWorld extends Omit<ShockCourse, 'minutes' | 'places'> {
	readonly world: WorldName;
}

/** Puts courses of one shock on one axis: the longest of them. All are taken on the same grid. */
export function onOneAxis(
	courses: readonly { readonly world: WorldName; readonly course: ShockCourse }[]
): Pick<ComparedShock, 'minutes' | 'places' | 'worlds'> {
	const longest = courses.reduce((a, b) => (b.course.minutes.length > a.course.minutes.length ? b : a));
	const { minutes, places } = longest.course;
	const drawn = <Value>(values: readonly Value[]) =>
		minutes.map((_, at) => values[Math.min(at, values.length - 1)]!);
	const worlds = courses.map(({ world, course: { minutes: _, places: __, ...course } }): ShockInWorld => ({
		...course,
		world,
		outOfOrder: drawn(course.outOfOrder),
		lossUsd: drawn(course.lossUsd),
		byPlace: drawn(course.byPlace)
	}));
	return { minutes, places, worlds };
}
