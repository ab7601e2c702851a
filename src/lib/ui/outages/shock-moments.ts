import type { ComparedShock } from '../../outages/evaluate/compared-shock.ts';
import { sharesOf } from '../../outages/world/course.ts';
import type { WorldMaps } from '../../room/live/worlds/stop-maps.ts';
import { large } from '../../text/figures.ts';
import { dayAndTime, duration } from '../../text/moments.ts';
import { outageWords } from '../../text/outage-words.ts';
import { downIn } from '../stage/world-dots.ts';
import { usd } from './outage-figures.ts';

const words = outageWords.maps;

/** Monday 3 January 2000, 00:00: a week has no date of its own. */
const MONDAY = 2 * 1440;
/** Minutes at which words say how both worlds stand. */
const TOLD_MIN = [30, 60, 180, 360, 720, 1440, 2880, 7200, 14_400];
/** Fewer are no picture: what fails then is something else. */
const HOSTS_LEAST = 1000;

/** Place on the axis of a share of it. */
export function stepAt({ minutes }: Pick<ComparedShock, 'minutes'>, at: number): number {
	return Math.round(at * (minutes.length - 1));
}

/** Both maps at a step, as small maps are drawn. */
export function mapsAt({ minutes, places, worlds }: ComparedShock, step: number): WorldMaps {
	return {
		minute: minutes[step]!,
		places,
		down: worlds.map(({ byPlace }) => sharesOf(byPlace[step]!).map((share) => share * 100))
	};
}

/** When it came, and how long ago. */
export function momentAt({ months, weekMinute, minutes }: ComparedShock, step: number): string {
	const comes = dayAndTime(MONDAY + weekMinute);
	const minute = minutes[step]!;
	return minute === 0 ? words.comes(months, comes) : words.at(months, comes, duration(minute));
}

/** Whether computers go out of order at all: else losses are what there is to see. */
export function showsHosts({ worlds }: ComparedShock): boolean {
	return worlds.some(({ outOfOrder }) => Math.max(...outOfOrder) >= HOSTS_LEAST);
}

/** A map in words. */
export function mapText(shock: ComparedShock, maps: WorldMaps, index: number, step: number): string {
	const { world, outOfOrder } = shock.worlds[index]!;
	const { worst } = downIn(maps, index);
	const where = worst === null ? null : words.worst(worst.name, `${Math.round(worst.share * 100)} %`);
	return words.picture(outageWords.worlds[world], large(outOfOrder[step]!), where);
}

/** Steps at which a table tells how both worlds stand. */
export function toldSteps({ minutes }: Pick<ComparedShock, 'minutes'>): number[] {
	const steps = TOLD_MIN.map((told) => minutes.findLastIndex((minute) => minute <= told));
	return [...new Set([...steps, minutes.length - 1])].filter((step) => step > 0);
}

/** How a world stands, in words. */
export function standingAt(
	{ worlds }: ComparedShock,
	index: number,
	step: number
): { readonly hosts: string; readonly loss: string } {
	const { outOfOrder, lossUsd } = worlds[index]!;
	return { hosts: large(outOfOrder[step]!), loss: usd(lossUsd[step]!) };
}
