import type { Scenario } from '../../scenario/scenario.ts';
import type { Model } from '../../sim/model.ts';

/** Where hosts are, as far as clocks tell places apart. */
export interface LocalTime {
	/** Of the metro with the most of these hosts. */
	readonly name: string;
	readonly utcOffsetMin: number;
	readonly hosts: number;
}

/** As many as are read at a glance. */
const TIMES_MOST = 6;

/**
 * Where the hosts of these roles' organisations are, or all of them where they have none: one place for each local time, those
 * with the most hosts, from west to east.
 */
export function localTimesOf(
	scenario: Scenario,
	model: Model,
	mine: readonly string[]
): readonly LocalTime[] {
	const own = scenario.roles.filter(({ id }) => mine.includes(id)).flatMap((role) => role.organisations);
	const hosts = hostsByMetro(model, own);
	const byTime = new Map<number, LocalTime & { readonly largest: number }>();
	for (const [index, { name, utcOffsetMin }] of model.metros.entries()) {
		const here = hosts[index]!;
		if (here === 0) continue;
		const before = byTime.get(utcOffsetMin);
		const isLargest = before === undefined || here > before.largest;
		byTime.set(utcOffsetMin, {
			name: isLargest ? name : before.name,
			largest: isLargest ? here : before.largest,
			utcOffsetMin,
			hosts: here + (before?.hosts ?? 0)
		});
	}
	return [...byTime.values()]
		.sort((a, b) => b.hosts - a.hosts)
		.slice(0, TIMES_MOST)
		.sort((a, b) => a.utcOffsetMin - b.utcOffsetMin)
		.map(({ name, utcOffsetMin, hosts: n }) => ({ name, utcOffsetMin, hosts: n }));
}

/** @param own ids of organisations; none: of the whole world */
function hostsByMetro({ metros, cells, sites, organisations }: Model, own: readonly string[]): number[] {
	const hosts = metros.map(() => 0);
	for (const [cell, count] of cells.hosts.entries()) {
		const site = cells.site[cell]!;
		const organisation = organisations[sites.organisation[site]!];
		const isMeant = own.length === 0 || (organisation !== undefined && own.includes(organisation.id));
		if (isMeant) hosts[sites.metro[site]!]! += count;
	}
	return hosts;
}
