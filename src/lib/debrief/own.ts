import type { Frame, HostTally } from '../sim/frame.ts';

/** What a scenario says of who owns what; the parsed scenario has more. */
export interface Ownership {
	readonly roles: readonly {
		readonly id: string;
		readonly vendor: string | null;
		readonly organisations: readonly string[];
	}[];
	readonly organisations: readonly { readonly id: string; readonly sector: string }[];
}

/** What the roles played answer for: organisations, or the fleet of a vendor. */
export type Own =
	| { readonly kind: 'organisations'; readonly ids: readonly string[]; readonly isOneService: boolean }
	| { readonly kind: 'fleet'; readonly vendor: string };

/** What one role owns; null where it owns no hosts, or where several roles are played: then the world is theirs. */
export function ownOf({ roles, organisations }: Ownership, mine: readonly string[]): Own | null {
	if (mine.length !== 1) return null;
	const role = roles.find(({ id }) => id === mine[0]);
	if (role === undefined) return null;
	if (role.organisations.length > 0) {
		const sectors = organisations.flatMap(({ id, sector }) =>
			role.organisations.includes(id) ? [sector] : []
		);
		return {
			kind: 'organisations',
			ids: role.organisations,
			isOneService: sectors.every((one) => one === sectors[0])
		};
	}
	return role.vendor === null ? null : { kind: 'fleet', vendor: role.vendor };
}

/** The hosts that a role owns, or all of them. */
export function talliesOf(frame: Frame, own: Own | null): readonly HostTally[] {
	if (own === null) return [frame.world];
	if (own.kind === 'fleet') return present([frame.byVendor[own.vendor]]);
	return present(own.ids.map((id) => frame.byOrganisation[id]));
}

/** How many of the hosts that a role owns, or of all, are down. */
export function downOf(frame: Frame, own: Own | null): number {
	return sumOf(talliesOf(frame, own), ({ down }) => down);
}

export function sumOf<Item>(items: readonly Item[], value: (item: Item) => number): number {
	return items.reduce((sum, item) => sum + value(item), 0);
}

export function present<Item>(items: readonly (Item | undefined)[]): Item[] {
	return items.filter((item) => item !== undefined);
}
