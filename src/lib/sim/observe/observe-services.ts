import { byId, type Frame, type ReleaseTally, type ServiceTally } from './frame.ts';
import { SERVICE_STATES } from '../table/states.ts';
import { rolloutTable, statementTable, vendorTable } from '../table/tables.ts';
import { TRUSTING, type World } from '../world/world.ts';

type ServiceSum = { -readonly [K in keyof ServiceTally]: ServiceTally[K] };

const noService = (): ServiceSum => ({
	output: 0,
	backlogUnits: 0,
	lostUnits: 0,
	unitsPerDay: 0,
	lossCents: 0,
	states: Object.fromEntries(SERVICE_STATES.map((state) => [state, 0]))
});

/** Services by sector and by organisation, outputs weighted by their size, and losses, all and by country. */
export function observeServices(
	world: World
): Pick<Frame, 'services' | 'organisations' | 'lossCents' | 'lossCentsByCountry'> {
	const { model } = world;
	const { sites } = model;
	const bySector = model.sectors.map(noService);
	const byOrganisation = model.organisations.map(noService);
	const byMetro = new Float64Array(model.metros.length);
	let lossCents = 0;
	const add = (sum: ServiceSum, site: number) => {
		sum.output += world.output[site]! * sites.unitsPerDay[site]!;
		sum.backlogUnits += world.backlogUnits[site]!;
		sum.lostUnits += world.lostUnits[site]!;
		sum.unitsPerDay += sites.unitsPerDay[site]!;
		sum.lossCents += world.lossCents[site]!;
		sum.states[SERVICE_STATES[world.service[site]!]!]! += 1;
	};
	for (let site = 0; site < sites.count; site++) {
		lossCents += world.lossCents[site]!;
		byMetro[sites.metro[site]!]! += world.lossCents[site]!;
		add(bySector[sites.sector[site]!]!, site);
		const organisation = sites.organisation[site]!;
		if (organisation >= 0) add(byOrganisation[organisation]!, site);
	}
	for (const sum of [...bySector, ...byOrganisation])
		sum.output = sum.unitsPerDay > 0 ? sum.output / sum.unitsPerDay : 1;
	const lossCentsByCountry: Record<string, number> = {};
	model.metros.forEach(({ country }, metro) => {
		lossCentsByCountry[country] = (lossCentsByCountry[country] ?? 0) + byMetro[metro]!;
	});
	return {
		services: byId(model.sectors, (index) => bySector[index]!),
		organisations: byId(model.organisations, (index) => byOrganisation[index]!),
		lossCents,
		lossCentsByCountry
	};
}

/** Every release as its vendor and the public see it, in the model's order. */
export function observeReleases(world: World): ReleaseTally[] {
	return world.model.releases.map((_, release) => observeRelease(world, release));
}

function observeRelease(world: World, release: number): ReleaseTally {
	const { vendor } = world.model.releases[release]!;
	const rollout = rolloutTable('moreRings').states[world.rollout[release]!]!;
	const trust = TRUSTING.map((_, i) => world.trust[release * TRUSTING.length + i]!);
	return {
		vendor: world.model.vendors[vendor]!.id,
		rollout,
		vendorState: vendorTable().states[world.vendorState[release]!]!,
		statement: statementTable().states[world.statement[release]!]!,
		openRings: rollout === 'planned' ? 0 : world.openRing[release]! + 1,
		seenInstalls: Math.round(world.seenInstalls[release]!),
		seenCrashes: Math.round(world.seenCrashes[release]!),
		trust: { public: trust[0]!, customers: trust[1]!, government: trust[2]! }
	};
}
