import type { Change } from './change.ts';

/** A vendor's share of a sector's hosts that have an agent: shares[vendor][sector]; those of a sector sum to 1. */
export type Shares = readonly (readonly number[])[];

export interface Market {
	readonly vendors: readonly string[];
	readonly sectors: readonly string[];
	/** Vendors of like size that an entry stands for; 0: its hosts have no agent, and stay so. */
	readonly standsFor: readonly number[];
	readonly shares: Shares;
	/** Hosts of each sector. */
	readonly sectorHosts: readonly number[];
	/** Share of a sector's hosts that have a second vendor. */
	readonly secondShare: readonly number[];
}

/** Points of share a year that go to the platform owner's agent by themselves (assumed; 0 to 4 are plausible). */
const DRIFT_A_YEAR = 0.015;
const MONTHS_A_YEAR = 12;

type MarketChange = Extract<Change, { kind: 'secondVendor' | 'goOver' | 'cap' | 'drift' }>;

export function isOfMarket(change: Change): change is MarketChange {
	return ['secondVendor', 'goOver', 'cap', 'drift'].includes(change.kind);
}

/**
 * Who runs whose agent some months later: hosts drift to the platform owner's agent, organisations go over, and caps send
 * what is above them to the others in proportion. The order of the changes does not matter.
 */
export function marketAfter(
	market: Market,
	changes: readonly MarketChange[],
	platformVendor: string | null,
	months: number
): Market {
	const { vendors, sectors, standsFor } = market;
	const platform = platformVendor === null ? -1 : vendors.indexOf(platformVendor);
	const drift = (DRIFT_A_YEAR / MONTHS_A_YEAR) * months * driftFactor(changes);
	const bySector = sectors.map((sector, s) => {
		let shares = market.shares.map((one) => one[s]!);
		if (platform >= 0) shares = goOver(shares, platform, drift, standsFor);
		for (const vendor of vendors) {
			const share = largest(changes, (one) =>
				one.kind === 'goOver' && one.sector === sector && one.vendor === vendor ? one.share : 0
			);
			const to = vendors.indexOf(vendor);
			const left = 1 - shares[to]! - none(shares, standsFor);
			shares = goOver(shares, to, share * Math.max(0, left), standsFor);
		}
		return capped(shares, sector, changes, standsFor);
	});
	return {
		...market,
		shares: vendors.map((_, v) => bySector.map((shares) => shares[v]!)),
		secondShare: sectors.map((sector) =>
			largest(changes, (one) => (one.kind === 'secondVendor' && one.sector === sector ? one.share : 0))
		)
	};
}

/** Of what slows the drift down the strictest holds, and what speeds it up comes on top. */
function driftFactor(changes: readonly MarketChange[]): number {
	let [slowed, sped] = [1, 1];
	for (const change of changes) {
		if (change.kind !== 'drift') continue;
		slowed = Math.min(slowed, change.factor);
		sped = Math.max(sped, change.factor);
	}
	return slowed * sped;
}

function largest(changes: readonly MarketChange[], of: (change: MarketChange) => number): number {
	return changes.reduce((most, change) => Math.max(most, of(change)), 0);
}

function none(shares: readonly number[], standsFor: readonly number[]): number {
	return shares.reduce((sum, share, v) => (standsFor[v] === 0 ? sum + share : sum), 0);
}

/** So much of all hosts goes from the other vendors to one, from each in proportion to what it has. */
function goOver(
	shares: readonly number[],
	to: number,
	points: number,
	standsFor: readonly number[]
): number[] {
	const others = shares.reduce((sum, share, v) => (v === to || standsFor[v] === 0 ? sum : sum + share), 0);
	const moved = Math.min(points, others);
	if (moved <= 0) return [...shares];
	return shares.map((share, v) => {
		if (v === to) return share + moved;
		return standsFor[v] === 0 ? share : share - (moved * share) / others;
	});
}

function capped(
	shares: readonly number[],
	sector: string,
	changes: readonly MarketChange[],
	standsFor: readonly number[]
): number[] {
	const protectedShare = 1 - none(shares, standsFor);
	let found = [...shares];
	for (const change of changes) {
		if (change.kind !== 'cap' || change.sector !== sector) continue;
		const most = change.most * protectedShare;
		const over = found.map((share, v) =>
			standsFor[v] === 0 ? 0 : change.kept * Math.max(0, share - most * standsFor[v]!)
		);
		const all = over.reduce((sum, one) => sum + one, 0);
		if (all === 0) continue;
		const room = found.map((share, v) => (standsFor[v] === 0 || over[v]! > 0 ? 0 : share));
		const rooms = room.reduce((sum, one) => sum + one, 0);
		if (rooms === 0) continue;
		found = found.map((share, v) => share - over[v]! + (all * room[v]!) / rooms);
	}
	return found;
}

/** The share of all hosts with an agent that each vendor has. */
export function vendorShares({ shares, sectorHosts, standsFor }: Market): number[] {
	const hosts = shares.map((one, v) =>
		standsFor[v] === 0 ? 0 : one.reduce((sum, share, s) => sum + share * sectorHosts[s]!, 0)
	);
	const all = hosts.reduce((sum, one) => sum + one, 0);
	return hosts.map((one) => (all > 0 ? one / all : 0));
}

/**
 * The vendor that a draw falls on, each by its share of hosts. The platform owner's stands last, so that hosts that go
 * over to it change no more draws than they have to.
 */
export function vendorAt(market: Market, platformVendor: string | null, u: number): string {
	const shares = vendorShares(market);
	const order = market.vendors
		.map((id, v) => ({ id, share: shares[v]! }))
		.filter(({ share }) => share > 0)
		.sort((a, b) => Number(a.id === platformVendor) - Number(b.id === platformVendor));
	let left = u;
	return (order.find(({ share }) => (left -= share) < 0) ?? order[order.length - 1]!).id;
}
