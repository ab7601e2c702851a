import type { World } from '../world/world.ts';
import type { Surroundings } from './surroundings.ts';

/** What services leave of one another at a minute, and by release the hosts that are down. */
interface ServicesThen {
	readonly down: Float64Array;
	readonly shortfall: Float64Array;
}

/** Notes what a run of all sites counts over all of them in each of its steps. */
export class CountedRun implements Surroundings {
	readonly sites: Int32Array;
	/** By the minute in which the step began: what {@link totalsOf} reads. */
	readonly totals = new Map<number, Float64Array>();
	/** The same for {@link controlOf}. */
	readonly control = new Map<number, Int32Array>();
	/** By the minute in which the step of services ended. */
	readonly services = new Map<number, ServicesThen>();

	constructor({ model }: Pick<World, 'model'>) {
		this.sites = Int32Array.from({ length: model.sites.count }, (_, site) => site);
	}

	afterHosts(world: World, minute: number): void {
		this.totals.set(minute, totalsOf(world));
		this.control.set(minute, controlOf(world));
	}

	afterServices({ shortfall }: World, minute: number, down: Float64Array): void {
		this.services.set(minute, { down: down.slice(), shortfall: shortfall.slice() });
	}
}

/** Hosts that are counted over all sites, by release: whole numbers, so sums do not depend on their order. */
export function totalsOf({ installs, crashes, exposed }: World): Float64Array {
	return Float64Array.of(...installs, ...crashes, ...exposed);
}

export function setTotals({ installs, crashes, exposed }: World, totals: Float64Array): void {
	const releases = installs.length;
	installs.set(totals.subarray(0, releases));
	crashes.set(totals.subarray(releases, 2 * releases));
	exposed.set(totals.subarray(2 * releases));
}

/** What sites read of the rollout and of what is known of the fault: where it is the same, so is what they do. */
export function controlOf(world: World): Int32Array {
	const { rollout, openRing, ringOpenedMin, offerEndsMin, firstCrashMin, noticedMin, controlPlane } = world;
	return Int32Array.of(
		...rollout,
		...openRing,
		...ringOpenedMin,
		...offerEndsMin,
		...firstCrashMin,
		...noticedMin,
		...controlPlane
	);
}
