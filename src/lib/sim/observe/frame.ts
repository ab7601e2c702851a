import type { HostState } from '../world/columns.ts';

/** Hosts by state of the host statechart; they always add up to every host of the world. */
export type HostCounts = Record<HostState, number>;

export interface HostTally {
	readonly hosts: number;
	readonly counts: HostCounts;
	/** Hosts that have crashed at any time so far. */
	readonly everCrashed: number;
	readonly everCompromised: number;
	/** Crashed, waiting for a key or a technician, or under repair. */
	readonly down: number;
}

/** Trust in a vendor by its first release, from 0 to 1; null where the vendor releases nothing. */
export function trustIn({ releases }: Pick<Frame, 'releases'>, vendor: string | null): Trust | null {
	return releases.find((release) => release.vendor === vendor)?.trust ?? null;
}

/** Hosts that run without a working agent: back without it, or never down but left without it. */
export function unprotectedOf({ counts }: HostTally): number {
	return counts.unprotected + counts.agentDown;
}

export interface ServiceTally {
	/** Output as a share of demand, weighted by the size of the services; 1 is normal. */
	readonly output: number;
	/** Units of work that wait. */
	readonly backlogUnits: number;
	/** Units never delivered so far (flights cancelled, payments abandoned …). */
	readonly lostUnits: number;
	readonly unitsPerDay: number;
	/** Whole US cents. */
	readonly lossCents: number;
	/** Number of services in each state of the service statechart. */
	readonly states: Record<string, number>;
}

export interface ReleaseTally {
	readonly vendor: string;
	readonly rollout: string;
	readonly vendorState: string;
	readonly statement: string;
	readonly openRings: number;
	/** What the vendor can see by now, late and noisy. */
	readonly seenInstalls: number;
	readonly seenCrashes: number;
	readonly trust: Trust;
}

/** How far each group trusts a vendor, from 0 to 1. */
export interface Trust {
	readonly public: number;
	readonly customers: number;
	readonly government: number;
}

/** What the world looks like at one minute: everything that people are shown is read from here. */
export interface Frame {
	readonly minute: number;
	readonly world: HostTally;
	readonly bySector: Record<string, HostTally>;
	readonly byClass: Record<string, HostTally>;
	readonly byVendor: Record<string, HostTally>;
	readonly byCountry: Record<string, HostTally>;
	readonly byOrganisation: Record<string, HostTally>;
	readonly services: Record<string, ServiceTally>;
	readonly organisations: Record<string, ServiceTally>;
	readonly lossCents: number;
	/** By ISO code of the country. */
	readonly lossCentsByCountry: Record<string, number>;
	readonly releases: readonly ReleaseTally[];
}

/** One value for each of these things, by its id. */
export function byId<Value>(
	things: readonly { readonly id: string }[],
	value: (index: number) => Value
): Record<string, Value> {
	return Object.fromEntries(things.map(({ id }, index) => [id, value(index)]));
}
