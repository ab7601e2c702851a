import { chanceWithin } from '../../exact/exp.ts';
import type { Model } from '../../model.ts';
import { STATE, type Hosts } from './hosts.ts';
import type { Plane } from './plane.ts';
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
	/** By metro: technicians lent there, and the share of the queue that they cover. */
	readonly #lent: number[];
	readonly #covered: number[];
	#sinceMin = 0;

	constructor(model: Model, parameters: Parameters, hosts: Hosts, technicians: Technicians, plane: Plane) {
		this.#model = model;
		this.#parameters = parameters;
		this.#hosts = hosts;
		this.#technicians = technicians;
		this.#services = Array.from(
			{ length: model.sites.count },
			(_, site) => new Service(model, site, parameters, plane)
		);
		this.#lent = model.metros.map(() => 0);
		this.#covered = model.metros.map(() => 0);
	}

	at(site: number): Service {
		return this.#services[site]!;
	}

	/** Technicians of others at a site where `waiting` hosts need hands, who work by its own technicians' guidance. */
	lentTo(site: number, waiting: number, minute: number): number {
		const group = this.#model.sites.group[site]!;
		if (this.#parameters.of('repair.mutualAidShare', group) === 0) return 0;
		const guided =
			this.#technicians.onShift(site, minute) * this.#parameters.of('repair.aidPerTechnician', group);
		return Math.min(guided, waiting * this.#covered[this.#model.sites.metro[site]!]!);
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
		this.#lend(minute - stepMin, minute - this.#sinceMin);
		this.#sinceMin = minute;
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

	/** What sites owe for the last `passedMin` minutes, then who lends to whom from now on. */
	#lend(minute: number, passedMin: number): void {
		const { sites } = this.#model;
		const idle = this.#lent.map(() => 0);
		const queue = this.#lent.map(() => 0);
		for (let site = 0; site < sites.count; site++) {
			const lends = this.#parameters.of('repair.mutualAidShare', sites.group[site]!);
			if (lends === 0) continue;
			const metro = sites.metro[site]!;
			let waiting = 0;
			let busy = 0;
			for (const host of this.#hosts.live[site]!) {
				if (this.#hosts.state[host] === STATE.waitingForHands) waiting++;
				if (this.#hosts.state[host] === STATE.underRepair) busy++;
			}
			const hours = (this.lentTo(site, waiting, minute) * passedMin) / 60;
			this.#services[site]!.pay(hours * this.#parameters.of('repair.aidHourUsd', sites.group[site]!));
			queue[metro]! += waiting;
			const spare = Math.max(0, this.#technicians.onShift(site, minute) - busy - waiting);
			idle[metro]! += spare * lends;
		}
		const come = chanceWithin(passedMin, this.#parameters.of('repair.aidDelayMin', 0));
		queue.forEach((hosts, metro) => {
			const asked = Math.min(idle[metro]!, hosts);
			const there = Math.min(asked, this.#lent[metro]!);
			this.#lent[metro] = there + come * (asked - there);
			this.#covered[metro] = hosts > 0 ? this.#lent[metro]! / hosts : 0;
		});
	}
}
