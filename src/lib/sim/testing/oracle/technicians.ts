import { exp } from '../../exact/exp.ts';
import { HOST_CLASSES, type Model } from '../../model.ts';
import { REPAIR_ORDERS, type ParameterId } from '../../parameters.ts';
import type { Generator } from './generator.ts';
import { localMinute } from './habit.ts';
import { STATE, type Hosts } from './hosts.ts';
import type { Parameters } from './parameters.ts';
import type { Rates } from './rates.ts';

const VISIT_MIN = 240;
const PREFERRED: Readonly<Record<string, number>> = {
	serversFirst: HOST_CLASSES.indexOf('server'),
	kiosksFirst: HOST_CLASSES.indexOf('kiosk'),
	laptopsFirst: HOST_CLASSES.indexOf('laptop')
};

/** The technicians: who is at work at a site, and which waiting host each takes on next. */
export class Technicians {
	readonly #model: Model;
	readonly #parameters: Parameters;
	readonly #hosts: Hosts;
	readonly #chance: Generator;
	/** By site: whether the part-time technician is there on this visit, as a number between 0 and 1. */
	readonly #partTime: number[];
	#visit = -1;

	constructor(model: Model, parameters: Parameters, hosts: Hosts, chance: Generator) {
		this.#model = model;
		this.#parameters = parameters;
		this.#hosts = hosts;
		this.#chance = chance;
		this.#partTime = Array.from({ length: model.sites.count }, () => 0);
	}

	beginStep(minute: number): void {
		const visit = Math.floor(minute / VISIT_MIN);
		if (visit === this.#visit) return;
		this.#visit = visit;
		for (let site = 0; site < this.#partTime.length; site++) this.#partTime[site] = this.#chance.uniform();
	}

	/** Technicians on shift at a site. */
	onShift(site: number, minute: number): number {
		return this.#staffed(site, minute, 'repair.hostsPerTechnician');
	}

	/** People at a site's help desk. */
	atKeyDesk(site: number, minute: number): number {
		return this.#staffed(site, minute, 'repair.hostsPerKeyDesk');
	}

	/** People at a site: by staffing score, fewer at night and at the weekend. */
	#staffed(site: number, minute: number, hostsForEach: ParameterId): number {
		const { sites, metros } = this.#model;
		const group = sites.group[site]!;
		const staff =
			(this.#hosts.atSite[site]! / this.#parameters.of(hostsForEach, group)) *
			exp(this.#parameters.of('repair.staffingSigma', 0) * sites.staffingScore[site]!);
		const local = localMinute(this.#model, minute, metros[sites.metro[site]!]!.utcOffsetMin);
		const hour = Math.floor(local / 60) % 24;
		const night = hour >= 20 || hour < 7 ? this.#parameters.of('repair.nightShare', group) : 1;
		const weekend = local >= 5 * 1440 ? this.#parameters.of('repair.weekendShare', group) : 1;
		return staff * night * weekend;
	}

	present(site: number, minute: number, lent: number): number {
		return Math.floor(this.onShift(site, minute) + lent + this.#partTime[site]!);
	}

	/**
	 * `free` technicians take on hosts of a site that wait: any, or those of the preferred class before any other. A
	 * technician who does more than one repair a step takes on that many; a last part of one, by chance.
	 */
	takeOn(site: number, free: number, rates: readonly Rates[]): void {
		const order = REPAIR_ORDERS[this.#parameters.of('repair.order', this.#model.sites.group[site]!)]!;
		const preferred = PREFERRED[order];
		const first: number[] = [];
		const others: number[] = [];
		for (const host of this.#hosts.live[site]!) {
			if (this.#hosts.state[host] !== STATE.waitingForHands) continue;
			(this.#hosts.hostClass[host] === preferred ? first : others).push(host);
		}
		const left = this.#drain(first, free, rates);
		this.#drain(others, left, rates);
	}

	#drain(queue: number[], free: number, rates: readonly Rates[]): number {
		let hands = free;
		while (hands > 1e-9 && queue.length > 0) {
			const at = this.#chance.below(queue.length);
			const host = queue[at]!;
			queue[at] = queue[queue.length - 1]!;
			queue.pop();
			const needs = 1 / rates[this.#hosts.hostClass[host]!]!.startsPerHand;
			if (hands >= needs - 1e-9 || this.#chance.happens(hands / needs))
				this.#hosts.send(host, 'START_REPAIR');
			hands -= needs;
		}
		return Math.max(0, hands);
	}
}
