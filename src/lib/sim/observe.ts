import { onlineShare, localWeekMinute } from './activity.ts';
import { CELL_STRIDE, EVER_COMPROMISED, EVER_CRASHED, HELD } from './columns.ts';
import type { Frame, HostCounts, HostTally, ReleaseTally, ServiceTally } from './frame.ts';
import { HOST_CLASSES } from './model.ts';
import { isOffered } from './rollout.ts';
import {
	HOST_STATES,
	hostTable,
	rolloutTable,
	serviceTable,
	statementTable,
	vendorTable
} from './table/tables.ts';
import { MINUTE, TRUSTING, type World } from './world.ts';

const IS_DOWN = hostTable({ component: 'kernel', defect: 'bootCrash' }).tags.down;
const SERVICE_STATES = serviceTable('workOwed').states;

/** Mutable {@link HostTally} while it is being added up; `counts` in the order of HOST_STATES. */
class Tally {
	readonly counts = new Float64Array(HOST_STATES.length);
	everCrashed = 0;
	everCompromised = 0;

	add(counts: Int32Array, at: number, asleepShare: number, offered: boolean): void {
		const untouched = counts[at + HELD]! + (offered ? 0 : counts[at + ASLEEP]! + counts[at + PROTECTED]!);
		const asleep = Math.round(untouched * asleepShare);
		this.counts[ASLEEP]! += asleep + (offered ? counts[at + ASLEEP]! : 0);
		this.counts[PROTECTED]! += untouched - asleep + (offered ? counts[at + PROTECTED]! : 0);
		for (let s = PROTECTED + 1; s < HOST_STATES.length; s++) this.counts[s]! += counts[at + s]!;
		this.everCrashed += counts[at + EVER_CRASHED]!;
		this.everCompromised += counts[at + EVER_COMPROMISED]!;
	}

	finish(): HostTally {
		const counts = {} as HostCounts;
		let hosts = 0;
		let down = 0;
		HOST_STATES.forEach((state, s) => {
			counts[state] = this.counts[s]!;
			hosts += this.counts[s]!;
			if (IS_DOWN[s] === 1) down += this.counts[s]!;
		});
		return { hosts, counts, down, everCrashed: this.everCrashed, everCompromised: this.everCompromised };
	}
}

const ASLEEP = HOST_STATES.indexOf('asleep');
const PROTECTED = HOST_STATES.indexOf('protected');

/**
 * What the world looks like at its present minute.
 *
 * Hosts that no release is on offer to are not stepped; of those, the share that is off is the habit's at this hour,
 * rounded in each cell to whole hosts.
 */
export function observe(world: World): Frame {
	const { model } = world;
	const minute = world.clock[MINUTE]!;
	const all = new Tally();
	const bySector = model.sectors.map(() => new Tally());
	const byClass = HOST_CLASSES.map(() => new Tally());
	const byVendor = model.vendors.map(() => new Tally());
	const byOrganisation = model.organisations.map(() => new Tally());
	const byCountry = new Map(model.metros.map(({ country }) => [country, new Tally()]));
	const countryTally = model.metros.map(({ country }) => byCountry.get(country)!);
	const asleepShare = model.metros.map(({ utcOffsetMin }) =>
		HOST_CLASSES.map((_, c) => 1 - onlineShare(model, c, localWeekMinute(model, minute, utcOffsetMin)))
	);
	const offered = model.vendors.map((_, vendor) =>
		model.releases.some((release, index) => release.vendor === vendor && isOffered(world, index, minute))
	);

	const { cells, sites } = model;
	for (let cell = 0; cell < cells.count; cell++) {
		const site = cells.site[cell]!;
		const metro = sites.metro[site]!;
		const c = cells.hostClass[cell]!;
		const vendor = cells.vendor[cell]!;
		const organisation = sites.organisation[site]!;
		const at = cell * CELL_STRIDE;
		const asleep = asleepShare[metro]![c]!;
		const onOffer = offered[vendor]!;
		all.add(world.counts, at, asleep, onOffer);
		bySector[sites.sector[site]!]!.add(world.counts, at, asleep, onOffer);
		byClass[c]!.add(world.counts, at, asleep, onOffer);
		byVendor[vendor]!.add(world.counts, at, asleep, onOffer);
		countryTally[metro]!.add(world.counts, at, asleep, onOffer);
		if (organisation >= 0) byOrganisation[organisation]!.add(world.counts, at, asleep, onOffer);
	}

	const { services, organisations, lossCents } = observeServices(world);
	return {
		minute,
		world: all.finish(),
		bySector: named(model.sectors, bySector),
		byClass: Object.fromEntries(HOST_CLASSES.map((name, c) => [name, byClass[c]!.finish()])),
		byVendor: named(model.vendors, byVendor),
		byCountry: Object.fromEntries([...byCountry].map(([country, tally]) => [country, tally.finish()])),
		byOrganisation: named(model.organisations, byOrganisation),
		services,
		organisations,
		lossCents,
		releases: model.releases.map((_, release) => observeRelease(world, release))
	};
}

function named(
	things: readonly { readonly id: string }[],
	tallies: readonly Tally[]
): Record<string, HostTally> {
	return Object.fromEntries(things.map(({ id }, i) => [id, tallies[i]!.finish()]));
}

type ServiceSum = { -readonly [K in keyof ServiceTally]: ServiceTally[K] };

const noService = (): ServiceSum => ({
	output: 0,
	backlogUnits: 0,
	lostUnits: 0,
	unitsPerDay: 0,
	lossCents: 0,
	states: Object.fromEntries(SERVICE_STATES.map((state) => [state, 0]))
});

function observeServices(world: World): Pick<Frame, 'services' | 'organisations' | 'lossCents'> {
	const { model } = world;
	const { sites } = model;
	const bySector = model.sectors.map(noService);
	const byOrganisation = model.organisations.map(noService);
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
		add(bySector[sites.sector[site]!]!, site);
		const organisation = sites.organisation[site]!;
		if (organisation >= 0) add(byOrganisation[organisation]!, site);
	}
	for (const sum of [...bySector, ...byOrganisation])
		sum.output = sum.unitsPerDay > 0 ? sum.output / sum.unitsPerDay : 1;
	const byId = (things: readonly { readonly id: string }[], sums: readonly ServiceSum[]) =>
		Object.fromEntries(things.map(({ id }, i) => [id, sums[i]!]));
	return {
		services: byId(model.sectors, bySector),
		organisations: byId(model.organisations, byOrganisation),
		lossCents
	};
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
