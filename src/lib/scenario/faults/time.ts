import type { GridFaults } from '../../sim/time/grid.ts';
import type { CalendarFaults } from '../worlds/calendar.ts';

type Nothing = Readonly<Record<string, never>>;

/** Times that there are not, that lie outside of the exercise, or that are out of order. */
export interface TimeFaults extends GridFaults, CalendarFaults {
	beforeStart: { readonly start: string };
	afterEnd: { readonly minute: number; readonly horizonMin: number };
	/** `next`: the next minute at which time can stop. */
	offGrid: { readonly minute: number; readonly next: number };
	outOfOrder: { readonly of: 'stops' | 'plays' | 'zoneEntries' };
	endsBeforeItBegins: Nothing;
	recoveryAtNoStop: { readonly stops: readonly string[] };
}
