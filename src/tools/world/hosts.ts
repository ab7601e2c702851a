import { ReadableError } from '../readable-error.ts';
import { roundedShares } from './shares.ts';
import type { CountryRow, PresenceRow, VendorRegion } from './tables.ts';

/**
 * Each country's share of the world's managed hosts: proportional to
 * GDP × (services + half of industry) × internet use (facts ref-out-country, ref-proxy-*). Office work carries the
 * hosts and industry about half as many: assumed. A proxy, not a measurement: none by country was found.
 */
export function hostShares(countries: readonly CountryRow[]): number[] {
	return roundedShares(
		countries.map((row) => row.gdpMusd * (row.servicesPct + row.industryPct / 2) * row.internetPct),
		7
	);
}

/** The failed vendor's hosts by revenue region, given hosts ∝ host share × presence. Sums to 1. */
export function vendorRegionShares(
	countries: readonly { iso2: string; hostWeight: number }[],
	presence: readonly PresenceRow[]
): Record<VendorRegion, number> {
	const rows = new Map(presence.map((row) => [row.iso2, row]));
	const shares: Record<VendorRegion, number> = { US: 0, EMEA: 0, APAC: 0, OTHER: 0 };
	let total = 0;
	for (const { iso2, hostWeight } of countries) {
		const row = rows.get(iso2);
		if (!row) throw new ReadableError(`vendor_share.csv: no row for ${iso2}; add one with its reason.`);
		shares[row.region] += hostWeight * row.presence;
		total += hostWeight * row.presence;
	}
	for (const region of Object.keys(shares) as VendorRegion[]) shares[region] /= total;
	return shares;
}
