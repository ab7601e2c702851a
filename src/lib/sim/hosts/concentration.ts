import type { Vendor } from '../model.ts';

/**
 * How much of a fleet depends on one vendor.
 *
 * The Herfindahl–Hirschman index is the sum of the squared shares; on the scale of competition authorities it goes from
 * near 0 to 10,000, and above 1,800 a market counts as highly concentrated (US merger guidelines of 2023). Here it has
 * a second meaning: divided by 10,000 it is the chance that two hosts picked at random run the same agent, and so go
 * down together when that agent fails.
 */
export interface Concentration {
	readonly hhi: number;
	/** Chance that two hosts with an agent have it from the same vendor. */
	readonly sameVendorChance: number;
	/** Share of the largest single vendor, and its place in the table of vendors; −1: none. */
	readonly largestShare: number;
	readonly largest: number;
}

/**
 * The concentration of the hosts of a fleet, `hostsByVendor` in the order of `vendors`. An entry that stands for many
 * vendors counts as so many of equal size; hosts without an agent do not count.
 */
export function concentration(hostsByVendor: ArrayLike<number>, vendors: readonly Vendor[]): Concentration {
	let all = 0;
	vendors.forEach(({ standsFor = 1 }, vendor) => {
		if (standsFor > 0) all += hostsByVendor[vendor]!;
	});
	if (all === 0) return { hhi: 0, sameVendorChance: 0, largestShare: 0, largest: -1 };
	let sameVendorChance = 0;
	let largestShare = 0;
	let largest = -1;
	vendors.forEach(({ standsFor = 1 }, vendor) => {
		if (standsFor === 0) return;
		const share = hostsByVendor[vendor]! / standsFor / all;
		sameVendorChance += standsFor * share * share;
		if (share > largestShare) {
			largestShare = share;
			largest = vendor;
		}
	});
	return { hhi: 10_000 * sameVendorChance, sameVendorChance, largestShare, largest };
}
