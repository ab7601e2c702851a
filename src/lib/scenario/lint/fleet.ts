import type { Finding } from '../parse/fault.ts';
import { carve, ownSites } from '../compile/carve.ts';
import { fleetQuotas } from '../compile/fleet.ts';
import { cycleIn } from './cycles.ts';
import { distinct, keyReferences, reference, whole, type Linted, type Rule } from './context.ts';
import { organisationsOf, vendorsOf } from '../resolve/people.ts';

/** Groups are numbered in one byte. */
const MAX_GROUPS = 256;

/** Sectors are complete, add up, and name profiles that exist. */
export function* sectorRule({ file, parts }: Linted): Generator<Finding> {
	const path = file.sectors === undefined ? ['model'] : ['sectors'];
	if (parts.sectors.length === 0) {
		yield {
			path: [],
			message: 'there are no sectors',
			remedy: 'name a model, or add sectors'
		};
		return;
	}
	if (parts.habits === null) {
		yield {
			path: [],
			message: 'there are no habits',
			remedy: 'name a model, or add habits'
		};
	}
	if (parts.sectors.length + file.organisations.length > MAX_GROUPS) {
		yield {
			path: ['organisations'],
			message: 'there are too many',
			remedy: `keep to ${MAX_GROUPS} with the sectors`
		};
	}
	yield* distinct(path, parts.sectors);
	yield* whole(
		path,
		'the sectors’ hostShare',
		parts.sectors.map(({ hostShare }) => hostShare)
	);
	for (const [i, { demandByHour, classMix }] of parts.sectors.entries()) {
		yield* reference([...path, i, 'demandByHour'], 'profile', demandByHour, Object.keys(parts.profiles));
		yield* whole([...path, i, 'classMix'], 'these shares', Object.values(classMix));
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
	yield { path, message: `these depend on one another: ${cycle.join(' → ')}`, remedy: 'remove one of them' };
}

/** Every vendor has its hosts once: a number of them, or a share of what the others leave. */
export function* vendorRule({ file, parts }: Linted): Generator<Finding> {
	const { vendors, fleet } = file;
	const ids = vendors.map(({ id }) => id);
	yield* distinct(['vendors'], vendors);
	for (const [i, { vendor, hosts, share, sectorIndex }] of fleet.vendors.entries()) {
		const path = ['fleet', 'vendors', i];
		yield* reference([...path, 'vendor'], 'vendor', vendor, ids);
		if ((hosts === undefined) === (share === undefined)) {
			yield { path, message: `'${vendor}' needs either hosts or a share`, remedy: 'give one of the two' };
		}
		yield* keyReferences(
			[...path, 'sectorIndex'],
			'sector',
			sectorIndex ?? {},
			parts.sectors.map(({ id }) => id)
		);
		if (fleet.vendors.findIndex((other) => other.vendor === vendor) < i) {
			yield { path, message: `'${vendor}' stands twice in the fleet`, remedy: 'keep one of them' };
		}
	}
	for (const [i, id] of ids.entries()) {
		if (fleet.vendors.some(({ vendor }) => vendor === id)) continue;
		yield { path: ['vendors', i], message: `'${id}' has no hosts`, remedy: 'add it to fleet.vendors' };
	}
	const shares = fleet.vendors.flatMap(({ share }) => (share === undefined ? [] : [share]));
	yield* whole(['fleet', 'vendors'], 'the vendors’ shares of the rest', shares);
}

/** Rings make up the whole fleet; releases are the vendors'. */
export function* rolloutRule({ file }: Linted): Generator<Finding> {
	const ids = file.vendors.map(({ id }) => id);
	yield* distinct(['ringPlans'], file.ringPlans);
	for (const [i, { rings }] of file.ringPlans.entries()) {
		yield* whole(
			['ringPlans', i, 'rings'],
			'the rings’ shares',
			rings.map(({ share }) => share)
		);
	}
	if (file.trustIn !== undefined) {
		const releasing = file.releases.map(({ vendor }) => vendor);
		yield* reference(['trustIn'], 'vendor with a release', file.trustIn, releasing);
	}
	for (const [i, { vendor }] of file.releases.entries()) {
		yield* reference(['releases', i, 'vendor'], 'vendor', vendor, ids);
		if (file.releases.findIndex((other) => other.vendor === vendor) < i) {
			yield {
				path: ['releases', i, 'vendor'],
				message: `'${vendor}' has two releases`,
				remedy: 'keep one release for each vendor'
			};
		}
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
		const remedy = 'lower hosts, or raise managedHosts or the presence in the world’s countries';
		yield { path: ['fleet', 'vendors'], message: 'the vendors’ hosts do not fit into this world', remedy };
		return;
	}
	const sites = ownSites(plan, world);
	for (const { site, vendor, has, wants } of carve(quotas, sites, parts.sectors.length)) {
		const own = file.organisations[site.organisation]!;
		const at = own.sites.findIndex(({ metro }) => metro === world.metros[site.metro]!.id);
		yield {
			path: ['organisations', site.organisation, 'sites', at, 'hosts'],
			message: `${own.name} wants ${wants} hosts of '${plan.vendors[vendor]!.id}' in ${own.sites[at]!.metro}, and ${own.sector} has ${has} there`,
			remedy: 'make this site smaller, or move it'
		};
	}
};
