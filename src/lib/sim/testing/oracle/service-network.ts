import type { Model } from '../../model.ts';
import { STATE, type Hosts } from './hosts.ts';
import type { Parameters } from './parameters.ts';
import { Service } from './service.ts';
import { minutesDue } from './rates.ts';
import type { Technicians } from './technicians.ts';

/** All services: their common rhythm, what they leave of one another, and technicians lent within a metro. */
export class ServiceNetwork {
	readonly #model: Model;
	readonly #parameters: Parameters;
	readonly #hosts: Hosts;
	readonly #technicians: Technicians;
	readonly #services: Service[];
	/** By metro: share of the queue there that lent technicians cover. */
	readonly #lent: number[];
	#sinceMin = 0;

	constructor(model: Model, parameters: Parameters, hosts: Hosts, technicians: Technicians) {
		this.#model = model;
		this.#parameters = parameters;
		this.#hosts = hosts;
		this.#technicians = technicians;
		this.#services = Array.from(
			{ length: model.sites.count },
			(_, site) => new Service(model, site, parameters)
		);
		this.#lent = model.metros.map(() => 0);
	}

	at(site: number): Service {
		return this.#services[site]!;
	}

	lentShare(site: number): number {
		return this.#lent[this.#model.sites.metro[site]!]!;
	}

	lossCents(): number {
		return this.#services.reduce((sum, { lossCents }) => sum + lossCents, 0);
	}

	/** After the host step up to `minute`: every 5 minutes, or every step where steps are longer. */
	step(minute: number, stepMin: number): void {
		if (minutesDue(minute - stepMin, stepMin, 5) === 0) return;
		const caps = this.#services.map((_, site) => this.#cap(site));
		this.#services.forEach((service, site) =>
			service.step(this.#hosts, minute, minute - this.#sinceMin, caps[site]!)
		);
		this.#sinceMin = minute;
		this.#lend(minute - stepMin);
	}

	#cap(site: number): number {
		const { sites, dependencies } = this.#model;
		let cap = 1;
		for (const { sector, on, weight } of dependencies) {
			if (sector !== sites.sector[site]) continue;
			cap = Math.min(cap, 1 - weight * this.#missing(on, sites.metro[site]!));
		}
		return cap >= 0.9995 ? 1 : cap;
	}

	/** Share of a sector's work in a metro that was not done in the last step. */
	#missing(sector: number, metro: number): number {
		const { sites } = this.#model;
		let units = 0;
		let missing = 0;
		this.#services.forEach(({ output, unitsPerDay }, site) => {
			if (sites.sector[site] !== sector || sites.metro[site] !== metro) return;
			units += unitsPerDay;
			missing += unitsPerDay * (1 - output);
		});
		return units > 0 ? missing / units : 0;
	}

	#lend(minute: number): void {
		const { sites } = this.#model;
		const idle = this.#lent.map(() => 0);
		const queue = this.#lent.map(() => 0);
		for (let site = 0; site < sites.count; site++) {
			const metro = sites.metro[site]!;
			let waiting = 0;
			let busy = 0;
			for (const host of this.#hosts.live[site]!) {
				if (this.#hosts.state[host] === STATE.waitingForHands) waiting++;
				if (this.#hosts.state[host] === STATE.underRepair) busy++;
			}
			queue[metro]! += waiting;
			const spare = Math.max(0, this.#technicians.onShift(site, minute) - busy - waiting);
			idle[metro]! += spare * this.#parameters.of('repair.mutualAidShare', sites.group[site]!);
		}
		queue.forEach((hosts, metro) => {
			this.#lent[metro] = hosts > 0 ? Math.min(1, idle[metro]! / hosts) : 0;
		});
	}
}
