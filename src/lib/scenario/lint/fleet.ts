import type { Finding } from '../faults/fault.ts';
import { carve, ownSites } from '../compile/carve.ts';
import { fleetQuotas } from '../compile/fleet.ts';
import { cycleIn } from './cycles.ts';
import { distinct, keyReferences, reference, whole, type Linted, type Rule } from './context.ts';
import { namesLike } from '../parse/nearest.ts';
import { organisationsOf, vendorsOf } from '../resolve/people.ts';

/** Groups are numbered in one byte. */
const MAX_GROUPS = 256;

/** Sectors are complete, add up, and name profiles that exist. */
export function* sectorRule({ file, parts, model }: Linted): Generator<Finding> {
	if (parts.sectors.length === 0) {
		yield { path: [], code: 'lacks', params: { part: 'sectors' } };
		return;
	}
	if (parts.habits === null) yield { path: [], code: 'lacks', params: { part: 'habits' } };
	if (parts.sectors.length + file.organisations.length > MAX_GROUPS)
		yield { path: ['organisations'], code: 'tooManyGroups', params: { most: MAX_GROUPS } };
	// As the list stands: what an author's own sectors change in it is their rule's, and said of their entries.
	const path = file.sectors === undefined ? ['model'] : ['sectors'];
	const sectors = file.sectors ?? model?.sectors ?? [];
	yield* distinct(path, sectors);
	yield* whole(path, 'sectorHosts', hostShares(sectors));
	for (const [i, { demandByHour, classMix }] of sectors.entries()) {
		yield* reference([...path, i, 'demandByHour'], 'profile', demandByHour, Object.keys(parts.profiles));
		yield* whole([...path, i, 'classMix'], 'shares', Object.values(classMix));
	}
}

const hostShares = (sectors: Linted['parts']['sectors']) => sectors.map(({ hostShare }) => hostShare);

/** Of an author's own sectors each changes one that there is, or is like one. */
export function* ownSectorRule({ file, parts, model }: Linted): Generator<Finding> {
	const base = (file.sectors ?? model?.sectors ?? []).map(({ id }) => id);
	yield* distinct(['ownSectors'], file.ownSectors);
	// Their host shares stand, and the others make up what is left: where they say more than the whole, nothing can.
	if (file.ownSectors.length > 0) yield* whole(['ownSectors'], 'sectorHosts', hostShares(parts.sectors));
	for (const [i, { id, like, demandByHour, classMix }] of file.ownSectors.entries()) {
		const path = ['ownSectors', i];
		const known = base.includes(id);
		if (like !== undefined) {
			yield* reference([...path, 'like'], 'sector', like, base);
			if (known) yield { path: [...path, 'id'], code: 'sectorTaken', params: { id } };
		} else if (!known)
			yield { path: [...path, 'id'], code: 'sectorLikeNone', params: { id, choices: namesLike(id, base) } };
		if (demandByHour !== undefined)
			yield* reference([...path, 'demandByHour'], 'profile', demandByHour, Object.keys(parts.profiles));
		if (classMix !== undefined) yield* whole([...path, 'classMix'], 'shares', Object.values(classMix));
	}
}

/** What depends on what has no way back to itself. */
export function* dependencyRule({ file, parts }: Linted): Generator<Finding> {
	const ids = parts.sectors.map(({ id }) => id);
	const edges = new Map<string, string[]>();
	for (const [i, { sector, on }] of parts.dependencies.entries()) {
		yield* reference(['dependencies', i, 'sector'], 'sector', sector, ids);
		yield* reference(['dependencies', i, 'on'], 'sector', on, ids);
		edges.set(sector, [...(edges.get(sector) ?? []), on]);
	}
	const cycle = cycleIn(edges);
	if (cycle === null) return;
	const [sector, on] = cycle;
	const last = parts.dependencies.findIndex((edge) => edge.sector === sector && edge.on === on);
	const path = file.dependencies === undefined ? ['model'] : ['dependencies', last];
	yield { path, code: 'circle', params: { of: 'dependencies', ids: cycle } };
}

/** Every vendor has its hosts once: a number of them, or a share of what the others leave. */
export function* vendorRule({ file, parts }: Linted): Generator<Finding> {
	const { vendors, fleet } = file;
	const ids = vendors.map(({ id }) => id);
	yield* distinct(['vendors'], vendors);
	for (const [i, { vendor, hosts, share, sectorIndex }] of fleet.vendors.entries()) {
		const path = ['fleet', 'vendors', i];
		yield* reference([...path, 'vendor'], 'vendor', vendor, ids);
		if ((hosts === undefined) === (share === undefined))
			yield { path, code: 'hostsOrShare', params: { vendor } };
		yield* keyReferences(
			[...path, 'sectorIndex'],
			'sector',
			sectorIndex ?? {},
			parts.sectors.map(({ id }) => id)
		);
		if (fleet.vendors.findIndex((other) => other.vendor === vendor) < i)
			yield { path, code: 'twice', params: { kind: 'vendorInFleet', id: vendor } };
	}
	for (const [i, id] of ids.entries()) {
		if (fleet.vendors.some(({ vendor }) => vendor === id)) continue;
		yield { path: ['vendors', i], code: 'vendorWithoutHosts', params: { vendor: id } };
	}
	const shares = fleet.vendors.flatMap(({ share }) => (share === undefined ? [] : [share]));
	yield* whole(['fleet', 'vendors'], 'vendorShares', shares);
}

/** Rings make up the whole fleet; releases are the vendors'. */
export function* rolloutRule({ file, world }: Linted): Generator<Finding> {
	const ids = file.vendors.map(({ id }) => id);
	yield* distinct(['ringPlans'], file.ringPlans);
	for (const [i, { rings }] of file.ringPlans.entries()) {
		yield* whole(
			['ringPlans', i, 'rings'],
			'rings',
			rings.map(({ share }) => share)
		);
	}
	if (file.trustIn !== undefined) {
		const releasing = file.releases.map(({ vendor }) => vendor);
		yield* reference(['trustIn'], 'vendorWithRelease', file.trustIn, releasing);
	}
	const countries = world?.countries.map(({ iso2 }) => iso2);
	const reaching = file.releases.filter(({ defect }) => defect !== 'controlPlaneDown');
	for (const [i, { vendor, toEveryHost, ringPlan, ...release }] of file.releases.entries()) {
		if (toEveryHost === true && reaching.length > 1)
			yield { path: ['releases', i, 'toEveryHost'], code: 'releasesMeet', params: {} };
		if (ringPlan !== undefined) {
			const plans = file.ringPlans.map(({ id }) => id);
			yield* reference(['releases', i, 'ringPlan'], 'ringPlan', ringPlan, plans);
		}
		for (const [c, country] of (release.countries ?? []).entries()) {
			if (countries !== undefined)
				yield* reference(['releases', i, 'countries', c], 'country', country, countries);
		}
		yield* reference(['releases', i, 'vendor'], 'vendor', vendor, ids);
		if (file.releases.findIndex((other) => other.vendor === vendor) < i)
			yield { path: ['releases', i, 'vendor'], code: 'twice', params: { kind: 'release', id: vendor } };
	}
}

/** Named organisations stand in metros that exist and fit into their sector there. To be asked when the rest is sound. */
export const sizeRule: Rule = function* ({ file, parts, world }) {
	if (world === null) return;
	const plan = {
		managedHosts: file.fleet.managedHosts,
		vendors: vendorsOf(file),
		sectors: parts.sectors.map((sector) => ({ ...sector, demandByHour: [] })),
		organisations: organisationsOf(file, parts)
	};
	const quotas = fleetQuotas(plan, world);
	if (quotas === null) {
		yield { path: ['fleet', 'vendors'], code: 'vendorsDoNotFit', params: {} };
		return;
	}
	const sites = ownSites(plan, world);
	for (const { site, vendor, has, wants } of carve(quotas, sites, parts.sectors.length)) {
		const own = file.organisations[site.organisation]!;
		const at = own.sites.findIndex(({ metro }) => metro === world.metros[site.metro]!.id);
		yield {
			path: ['organisations', site.organisation, 'sites', at, 'hosts'],
			code: 'siteTooLarge',
			params: {
				organisation: own.name,
				vendor: plan.vendors[vendor]!.id,
				metro: own.sites[at]!.metro,
				sector: own.sector,
				has,
				wants
			}
		};
	}
};
