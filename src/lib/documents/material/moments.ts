import { documentWords } from '../../text/document-words.ts';
import { longDay, timeOfDay } from '../../text/moments.ts';
import { formatUtc } from '../../scenario/worlds/calendar.ts';
import type { Material } from './material.ts';

/** How documents write moments of an exercise. */

const words = documentWords.common.time;
type Of = { readonly pack: Pick<Material['pack'], 'scenario'> };

/** `2024-07-19 04:25`: UTC, in an order that every spreadsheet reads alike. */
export function scenarioTime({ pack }: Of, minute: number): string {
	return formatUtc(pack.scenario.clock.startMinute + minute)
		.slice(0, 16)
		.replace('T', ' ');
}

/** `00:25`, `32:00`: hours and minutes since the start. */
export function elapsed(minute: number): string {
	const two = (part: number) => String(part).padStart(2, '0');
	return words.elapsed(two(Math.floor(minute / 60)), two(minute % 60));
}

/** For sentences and tables: `Friday 19 July 2024, 04:25 UTC`, or that it was in preparation. */
export function momentText({ pack }: Of, minute: number): string {
	if (minute < 0) return words.before;
	const at = pack.scenario.clock.startMinute + minute;
	return words.utc(longDay(at), timeOfDay(at));
}

/** The same, short: `+00:25 (04:25 UTC)`. */
export function shortMoment({ pack }: Of, minute: number): string {
	if (minute < 0) return words.before;
	return `${elapsed(minute)} (${timeOfDay(pack.scenario.clock.startMinute + minute)} UTC)`;
}
