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

/** Classes that a team at consoles repairs, where there is one. */
export const AT_CONSOLES: readonly number[] = [HOST_CLASSES.indexOf('server'), HOST_CLASSES.indexOf('cloud')];

/** Hosts of a site that wait for technicians, and those being repaired: all, and by a team at consoles. */
export interface Queue {
	readonly waiting: number;
	readonly busy: number;
	readonly busyAtConsoles: number;
}

/** The technicians: who is at work at a site, and which waiting host each takes on next. */
export class Technicians {
	readonly #model: Model;
	readonly #parameters: Parameters;
	readonly #hosts: Hosts;
	readonly #chance: Generator;
	/** By site: whether the part-time technician is there on this visit, as a number between 0 and 1. */
	readonly #partTime: number[];
	/** The same of the team at consoles. */
	readonly #partTimeAtConsoles: number[];
	#visit = -1;

	constructor(model: Model, parameters: Parameters, hosts: Hosts, chance: Generator) {
		this.#model = model;
		this.#parameters = parameters;
		this.#hosts = hosts;
		this.#chance = chance;
		this.#partTime = Array.from({ length: model.sites.count }, () => 0);
		this.#partTimeAtConsoles = this.#partTime.slice();
	}

	beginStep(minute: number): void {
		const visit = Math.floor(minute / VISIT_MIN);
		if (visit === this.#visit) return;
		this.#visit = visit;
		for (const presence of [this.#partTime, this.#partTimeAtConsoles])
			for (let site = 0; site < presence.length; site++) presence[site] = this.#chance.uniform();
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

	isWorkingTime(site: number, minute: number): boolean {
		const { sites, metros } = this.#model;
		const local = localMinute(this.#model, minute, metros[sites.metro[site]!]!.utcOffsetMin);
		const hour = Math.floor(local / 60) % 24;
		return local < 5 * 1440 && hour >= 7 && hour < 20;
	}

	/** Technicians who are free take on hosts of a site that wait: each team its own, where there are two. */
	takeOn(site: number, minute: number, lent: number, queue: Queue, rates: readonly Rates[]): void {
		const share = this.#parameters.of('repair.consoleShare', this.#model.sites.group[site]!);
		const staff = this.onShift(site, minute);
		const atConsoles = share > 0 ? Math.floor(staff * share + this.#partTimeAtConsoles[site]!) : 0;
		const busyAtConsoles = Math.min(queue.busyAtConsoles, atConsoles);
		const atDesks = Math.floor(staff * (1 - share) + lent + this.#partTime[site]!);
		if (share > 0)
			this.#begin(site, atConsoles - busyAtConsoles, (hostClass) => AT_CONSOLES.includes(hostClass), rates);
		const preferred = this.#preferred(site);
		this.#begin(
			site,
			atDesks - (queue.busy - busyAtConsoles),
			(hostClass) => share === 0 || !AT_CONSOLES.includes(hostClass) || hostClass === preferred,
			rates
		);
	}

	#preferred(site: number): number | undefined {
		return PREFERRED[REPAIR_ORDERS[this.#parameters.of('repair.order', this.#model.sites.group[site]!)]!];
	}

	/**
	 * `free` technicians begin with hosts that are theirs: any, or those of the preferred class before any other. One who
	 * does more than one repair a step takes on that many; a last part of one, by chance.
	 */
	#begin(
		site: number,
		free: number,
		isTheirs: (hostClass: number) => boolean,
		rates: readonly Rates[]
	): void {
		const preferred = this.#preferred(site);
		const first: number[] = [];
		const others: number[] = [];
		for (const host of this.#hosts.live[site]!) {
			const hostClass = this.#hosts.hostClass[host]!;
			if (this.#hosts.state[host] !== STATE.waitingForHands || !isTheirs(hostClass)) continue;
			(hostClass === preferred ? first : others).push(host);
		}
		this.#drain(others, this.#drain(first, free, rates), rates);
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
