import type { Frame, HostTally, ServiceTally } from '../../sim/observe/frame.ts';

/** What a scenario says of who owns what; the parsed scenario has more. */
export interface Ownership {
	readonly roles: readonly { readonly id: string; readonly organisations: readonly string[] }[];
	readonly organisations: readonly { readonly id: string; readonly sector: string }[];
}

/** The organisations that a role answers for. */
export interface Own {
	readonly ids: readonly string[];
	/** Whether their work is counted in one unit. */
	readonly isOneService: boolean;
}

/**
 * What the role played owns; null where that is nothing of its own, or where several roles are played: then the world
 * is theirs. A vendor's fleet is the world, as far as its update goes.
 */
export function ownOf({ roles, organisations }: Ownership, mine: readonly string[]): Own | null {
	const ids = roles.find(({ id }) => id === mine[0])?.organisations ?? [];
	if (mine.length !== 1 || ids.length === 0) return null;
	const sectors = organisations.filter(({ id }) => ids.includes(id)).map(({ sector }) => sector);
	return { ids, isOneService: sectors.every((one) => one === sectors[0]) };
}

/** The hosts that a role owns, or all of them. */
export function talliesOf(frame: Frame, own: Own | null): readonly HostTally[] {
	return own === null ? [frame.world] : present(own.ids.map((id) => frame.byOrganisation[id]));
}

/** The services of what a role owns. */
export function servicesOf(frame: Frame, own: Own): readonly ServiceTally[] {
	return present(own.ids.map((id) => frame.organisations[id]));
}

/**
 * What the organisations of a role deliver of what is asked of them, weighted by their hosts; 1 where they have none.
 * Units of different services do not add up; hosts do.
 */
export function outputOf(
	organisations: readonly { readonly output: number; readonly hosts: number }[]
): number {
	const hosts = sumOf(organisations, (one) => one.hosts);
	return hosts === 0 ? 1 : sumOf(organisations, (one) => one.output * one.hosts) / hosts;
}

/** The same of a frame. */
export function ownOutputOf(frame: Frame, own: Own): number {
	const organisations = own.ids.map((id) => ({
		output: frame.organisations[id]?.output ?? 1,
		hosts: frame.byOrganisation[id]?.hosts ?? 0
	}));
	return outputOf(organisations);
}

/** How many of the hosts that a role owns, or of all, are down. */
export function downOf(frame: Frame, own: Own | null): number {
	return sumOf(talliesOf(frame, own), ({ down }) => down);
}

export function sumOf<Item>(items: readonly Item[], value: (item: Item) => number): number {
	return items.reduce((sum, item) => sum + value(item), 0);
}

function present<Item>(items: readonly (Item | undefined)[]): Item[] {
	return items.filter((item) => item !== undefined);
}
