import { groupCount, type Model } from '../model.ts';
import { isOffered, ringOpenedMin, ringPlan, takesLateContent } from '../vendor/rollout.ts';
import { rolloutTable } from '../table/tables.ts';
import { valueAt } from '../values.ts';
import { MINUTE, NEVER, type World } from '../world/world.ts';

/** A ring that has opened, at every metro. */
export interface OpenRing {
	/** Share of the vendor's hosts that it adds. */
	readonly share: number;
	readonly openedMin: number;
	/**
	 * By metro: share of the ring's hosts there that may take the release; the rest wait by their owners' policy. Not a
	 * number where the vendor has no hosts.
	 */
	readonly reached: Float32Array;
	/** The same of all of the ring's hosts. */
	readonly reachedOfAll: number;
}

/** How far a release has come, ring by ring. */
export interface ReleaseRings {
	/** Index of the vendor. */
	readonly vendor: number;
	/** Shares of the vendor's hosts that the rings of the plan add, in their order. */
	readonly planned: readonly number[];
	readonly opened: readonly OpenRing[];
	/** Whether hosts of the open rings can still fetch it. */
	readonly isOffered: boolean;
}

const PLANNED = rolloutTable('moreRings').initial;

/** The rings of every release at the world's present minute. */
export function observeRings(world: World): ReleaseRings[] {
	const { model } = world;
	const minute = world.clock[MINUTE]!;
	return model.releases.map(({ vendor }, release) => {
		const { rings } = ringPlan(world, release);
		const isOut = world.rollout[release] !== PLANNED;
		const open = isOut ? Math.min(world.openRing[release]! + 1, rings.length) : 0;
		const endMin = world.offerEndsMin[release]!;
		// Hosts that waited for a release that has been stopped since do not get it any more.
		const untilMin = endMin === NEVER ? minute : Math.min(minute, endMin);
		const opened = rings.slice(0, open).map(({ share }, ring): OpenRing => {
			const openedMin = ringOpenedMin(world, release, ring);
			return { share, openedMin, ...reachedBy(world, vendor, untilMin - openedMin) };
		});
		return {
			vendor,
			planned: rings.map(({ share }) => share),
			opened,
			isOffered: isOut && isOffered(world, release, minute)
		};
	});
}

/** Share of hosts that a ring reaches so many minutes after it opened, where groups may take content late. */
function reachedBy(
	world: World,
	vendor: number,
	openMin: number
): Pick<OpenRing, 'reached' | 'reachedOfAll'> {
	const { model } = world;
	const groups = groupCount(model);
	const hosts = hostsByGroup(model, vendor);
	const waiting = Float64Array.from({ length: groups }, (_, group) => {
		return takesLateContent(world, group, openMin) ? 0 : valueAt(world, 'update.heldBackShare', group);
	});
	let [all, allWaiting] = [0, 0];
	const reached = Float32Array.from(model.metros, (_, metro) => {
		let [there, wait] = [0, 0];
		for (let group = 0; group < groups; group++) {
			const count = hosts[metro * groups + group]!;
			there += count;
			wait += count * waiting[group]!;
		}
		all += there;
		allWaiting += wait;
		return there > 0 ? 1 - wait / there : NaN;
	});
	return { reached, reachedOfAll: all > 0 ? 1 - allWaiting / all : 1 };
}

const counted = new WeakMap<Model, Map<number, Float64Array>>();

/** Hosts of a vendor by metro and group; counted once for a model. */
function hostsByGroup(model: Model, vendor: number): Float64Array {
	let byVendor = counted.get(model);
	if (byVendor === undefined) counted.set(model, (byVendor = new Map()));
	let hosts = byVendor.get(vendor);
	if (hosts !== undefined) return hosts;
	const { sites, cells } = model;
	const groups = groupCount(model);
	hosts = new Float64Array(model.metros.length * groups);
	for (let cell = 0; cell < cells.count; cell++) {
		if (cells.vendor[cell] !== vendor) continue;
		const site = cells.site[cell]!;
		hosts[sites.metro[site]! * groups + sites.group[site]!]! += cells.hosts[cell]!;
	}
	byVendor.set(vendor, hosts);
	return hosts;
}
