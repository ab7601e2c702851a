import type { ScenarioSector, ScenarioVendor, WorldData } from '../scenario.ts';
import { normalised } from './spread.ts';
import { placeShares } from './places.ts';

/**
 * Largest share of a place's hosts in a sector that vendors with a stated number of hosts take together. Assumed: even
 * where a vendor is strongest some organisations chose another.
 */
const MOST = 0.85;
const FILL_ROUNDS = 40;

export interface FleetPlan {
	readonly managedHosts: number;
	readonly vendors: readonly ScenarioVendor[];
	readonly sectors: readonly ScenarioSector[];
}

/**
 * Hosts by vendor and place, not yet whole numbers: quotas[vendor][metro × sectors + sector].
 *
 * A sector's share of all managed hosts is spread over the metros by {@link placeShares}. A vendor with a stated number
 * of hosts gets them in proportion to hosts × the vendor's presence in the country × its index in the sector, at most
 * {@link MOST} of a place; vendors with a share divide what is left. Null where the stated numbers do not fit.
 */
export function fleetQuotas(plan: FleetPlan, world: WorldData): Float64Array[] | null {
	const { sectors, vendors } = plan;
	const places = world.metros.length * sectors.length;
	const hosts = new Float64Array(places);
	const shares = normalised(sectors.map(({ hostShare }) => hostShare));
	sectors.forEach((sector, s) => {
		placeShares(world, sector.follows).forEach((share, m) => {
			hosts[m * sectors.length + s] = plan.managedHosts * shares[s]! * share;
		});
	});

	const left = hosts.slice();
	const room = hosts.map((count) => count * MOST);
	const quotas: Float64Array[] = vendors.map(() => new Float64Array(places));
	for (const [v, vendor] of vendors.entries()) {
		if (vendor.hosts === null) continue;
		const quota = fill(vendor.hosts, attraction(vendor, plan, world, hosts), room);
		if (quota === null) return null;
		quotas[v] = quota;
		for (let p = 0; p < places; p++) {
			left[p]! -= quota[p]!;
			room[p]! -= quota[p]!;
		}
	}
	const rest = normalised(vendors.map(({ hosts, shareOfRest }) => (hosts === null ? shareOfRest : 0)));
	for (const [v, vendor] of vendors.entries()) {
		if (vendor.hosts === null) quotas[v] = left.map((count) => count * rest[v]!);
	}
	return quotas;
}

function attraction(
	vendor: ScenarioVendor,
	plan: FleetPlan,
	world: WorldData,
	hosts: Float64Array
): Float64Array {
	const presence = new Map(world.countries.map((country) => [country.iso2, country.vendorPresence]));
	const index = plan.sectors.map(({ id }) =>
		Object.hasOwn(vendor.sectorIndex, id) ? vendor.sectorIndex[id]! : 1
	);
	return hosts.map((count, p) => {
		const metro = world.metros[Math.floor(p / index.length)]!;
		return count * presence.get(metro.country)! * index[p % index.length]!;
	});
}

/** Spreads `total` by `weights`, no place above its room: what a full place cannot take goes to the others. */
function fill(total: number, weights: Float64Array, room: Float64Array): Float64Array | null {
	const filled = new Float64Array(weights.length);
	let open = total;
	for (let round = 0; round < FILL_ROUNDS && open > total * 1e-12; round++) {
		let sum = 0;
		for (let p = 0; p < weights.length; p++) if (filled[p]! < room[p]!) sum += weights[p]!;
		if (sum <= 0) return null;
		const scale = open / sum;
		for (let p = 0; p < weights.length; p++) {
			if (filled[p]! >= room[p]!) continue;
			const more = Math.min(room[p]! - filled[p]!, weights[p]! * scale);
			filled[p]! += more;
			open -= more;
		}
	}
	return open <= total * 1e-6 ? filled : null;
}
