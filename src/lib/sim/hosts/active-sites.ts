import { NO_RELEASE, releaseOfCells } from '../world/release-of-cell.ts';
import type { World } from '../world/world.ts';

/**
 * What the hosts of a site may do: nothing; something once an exposure interval, because some run without protection and
 * nothing else is wrong; or something in any step.
 */
export const REST = 0;
export const EXPOSED = 1;
export const MOVING = 2;

/**
 * The sites that have anything to step, in index order, so that sums never depend on when a site became active: those whose
 * service may change, and among them those whose hosts may, once an exposure interval or in any step.
 */
export class ActiveSites {
	/** The sites that are stepped at all. */
	readonly all: Int32Array;
	readonly services: Int32Array;
	readonly hosts: Int32Array;
	readonly moving: Int32Array;
	serviceCount = 0;
	hostCount = 0;
	movingCount = 0;
	/** By site: what its hosts may do, as last collected. A site that is only exposed stays so until the exposure interval ends. */
	readonly #unrest: Uint8Array;
	readonly #active: Uint8Array;
	/** By site: whether a release may ever reach any of its hosts; and the sites of which that is so. */
	readonly #isReachable: Uint8Array;
	readonly #reachable: Int32Array;

	/** @param some the sites that are stepped at all, ascending; null: every one */
	constructor({ model, active }: World, some: Int32Array | null = null) {
		const { sites, cells } = model;
		this.all = some ?? Int32Array.from({ length: sites.count }, (_, site) => site);
		const release = releaseOfCells(model);
		this.#active = active;
		this.#unrest = new Uint8Array(sites.count);
		this.services = new Int32Array(sites.count);
		this.hosts = new Int32Array(sites.count);
		this.moving = new Int32Array(sites.count);
		this.#isReachable = new Uint8Array(sites.count);
		for (let cell = 0; cell < cells.count; cell++) {
			if (release[cell] !== NO_RELEASE) this.#isReachable[cells.site[cell]!] = 1;
		}
		this.#reachable = this.all.filter((site) => this.#isReachable[site] === 1);
	}

	/** Whether a release may ever reach any host of a site. */
	isReachable(site: number): boolean {
		return this.#isReachable[site] === 1;
	}

	/** Whether hosts of a site run without protection and nothing else is wrong with any. */
	isOnlyExposed(site: number): boolean {
		return this.#unrest[site] === EXPOSED;
	}

	/** Call it whenever a service may have become active. */
	collectServices(): void {
		this.serviceCount = 0;
		for (const site of this.all) {
			if (this.#active[site] === 1) this.services[this.serviceCount++] = site;
		}
	}

	/**
	 * Call it whenever hosts of a site may have become active: when a release goes on offer, and after each exposure
	 * interval. In between sites come to rest; stepping those changes nothing. `unrest` says what a site's hosts may do.
	 */
	collectHosts(unrest: (site: number) => number): void {
		this.hostCount = 0;
		this.movingCount = 0;
		for (const site of this.#reachable) {
			const may = this.#active[site] === 0 ? REST : unrest(site);
			this.#unrest[site] = may;
			if (may !== REST) this.hosts[this.hostCount++] = site;
			if (may === MOVING) this.moving[this.movingCount++] = site;
		}
	}
}
