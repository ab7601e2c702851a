import type { World } from './world.ts';

/**
 * The sites that have anything to step, in index order, so that sums never depend on when a site woke: those whose
 * service may change, and among them those whose hosts may.
 */
export class ActiveSites {
	readonly services: Int32Array;
	readonly hosts: Int32Array;
	serviceCount = 0;
	hostCount = 0;
	readonly #active: Uint8Array;
	/** By site: whether a release may ever reach any of its hosts. */
	readonly #reachable: Uint8Array;

	constructor({ model, active }: World) {
		const { sites, cells, releases } = model;
		this.#active = active;
		this.services = new Int32Array(sites.count);
		this.hosts = new Int32Array(sites.count);
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

	collect(isInFlight: (site: number) => boolean): void {
		this.serviceCount = 0;
		this.hostCount = 0;
		const active = this.#active;
		for (let site = 0; site < active.length; site++) {
			if (active[site] === 0) continue;
			this.services[this.serviceCount++] = site;
			if (this.#reachable[site] === 1 && isInFlight(site)) this.hosts[this.hostCount++] = site;
		}
	}
}
