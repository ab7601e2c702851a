import type { World } from './world.ts';

/**
 * What the hosts of a site may do: nothing; on the beat of the exposed, because some run without protection and nothing
 * else is wrong; or something in any step.
 */
export const REST = 0;
export const EXPOSED = 1;
export const MOVING = 2;

/**
 * The sites that have anything to step, in index order, so that sums never depend on when a site woke: those whose
 * service may change, and among them those whose hosts may, on the beat of the exposed or in any step.
 */
export class ActiveSites {
	readonly services: Int32Array;
	readonly hosts: Int32Array;
	readonly moving: Int32Array;
	serviceCount = 0;
	hostCount = 0;
	movingCount = 0;
	/** By site: what its hosts may do, as last collected. Who is only exposed is so until the next beat of the exposed. */
	readonly #unrest: Uint8Array;
	readonly #active: Uint8Array;
	/** By site: whether a release may ever reach any of its hosts. */
	readonly #reachable: Uint8Array;

	constructor({ model, active }: World) {
		const { sites, cells, releases } = model;
		this.#active = active;
		this.#unrest = new Uint8Array(sites.count);
		this.services = new Int32Array(sites.count);
		this.hosts = new Int32Array(sites.count);
		this.moving = new Int32Array(sites.count);
		this.#reachable = new Uint8Array(sites.count);
		const releasing = new Set(releases.map(({ vendor }) => vendor));
		for (let cell = 0; cell < cells.count; cell++) {
			if (releasing.has(cells.vendor[cell]!)) this.#reachable[cells.site[cell]!] = 1;
		}
	}

	/** Whether a release may ever reach any host of a site. */
	isReachable(site: number): boolean {
		return this.#reachable[site] === 1;
	}

	/** Whether hosts of a site run without protection and nothing else is wrong with any. */
	isOnlyExposed(site: number): boolean {
		return this.#unrest[site] === EXPOSED;
	}

	/**
	 * To be done whenever a site may have come to life. `unrest` says what a site's hosts may do; `isExposureBeat`
	 * whether those that are only exposed may have changed.
	 */
	collect(unrest: (site: number) => number, isExposureBeat: boolean): void {
		this.serviceCount = 0;
		this.hostCount = 0;
		this.movingCount = 0;
		const active = this.#active;
		for (let site = 0; site < active.length; site++) {
			if (active[site] === 0) continue;
			this.services[this.serviceCount++] = site;
			if (this.#reachable[site] === 0) continue;
			if (isExposureBeat || this.#unrest[site] !== EXPOSED) this.#unrest[site] = unrest(site);
			const may = this.#unrest[site];
			if (may !== REST) this.hosts[this.hostCount++] = site;
			if (may === MOVING) this.moving[this.movingCount++] = site;
		}
	}
}
