import { chanceWithin } from '../../exact/exp.ts';
import type { Model } from '../../model.ts';
import type { ParameterId } from '../../parameters.ts';
import { localMinute } from './habit.ts';
import { OTHER, STATE, type Hosts } from './hosts.ts';
import type { Plane } from './plane.ts';
import type { Parameters } from './parameters.ts';

/** The service of one site, reckoned from its hosts one by one. */
export class Service {
	/** Share of demand that is met. */
	output = 1;
	lossCents = 0;
	readonly #model: Model;
	readonly #site: number;
	readonly #parameters: Parameters;
	readonly #plane: Plane;
	#level = 1;
	#backlog = 0;
	#shortSinceMin: number | null = null;

	constructor(model: Model, site: number, parameters: Parameters, plane: Plane) {
		this.#plane = plane;
		this.#model = model;
		this.#site = site;
		this.#parameters = parameters;
	}

	get unitsPerDay(): number {
		return this.#model.sites.unitsPerDay[this.#site]!;
	}

	#of(id: ParameterId): number {
		return this.#parameters.of(id, this.#model.sites.group[this.#site]!);
	}

	payForRepairs(repairs: number): void {
		this.pay(repairs * this.#of('service.hostCostUsd'));
	}

	pay(usd: number): void {
		this.lossCents += Math.floor(usd * 100 + 0.5);
	}

	/** The step up to `minute`; `cap` is what services that this one depends on leave of it. */
	step(hosts: Hosts, minute: number, stepMin: number, cap: number): void {
		const down = this.#downShare(hosts);
		const half = this.#of('service.halfDownShare');
		const can = Math.min(cap, 1 - ((1 + half * half) * down * down) / (down * down + half * half));
		const restarts = chanceWithin(stepMin, this.#of('service.restartMin'));
		this.#level = can <= this.#level ? can : this.#level + restarts * (can - this.#level);

		const whole = this.#level >= this.#parameters.of('service.normalAbove', 0);
		if (whole) this.#shortSinceMin = null;
		else this.#shortSinceMin ??= minute - stepMin;
		const byHand =
			this.#shortSinceMin !== null && minute - this.#shortSinceMin >= this.#of('service.manualSetupMin')
				? this.#of('service.manualShare')
				: 0;

		const idleHours = (this.#backlog / this.unitsPerDay) * 24;
		const muddle =
			(this.#of('service.disruption') * idleHours) / (idleHours + this.#of('service.disruptionHours'));
		this.output = Math.max(this.#level, byHand) * (1 - muddle);
		this.#account(minute - stepMin, stepMin);
		this.#payForBreaches(hosts, stepMin);
		this.output = Math.min(this.output, 1 - this.#of('service.shedShare'));
		if (this.#backlog === 0 && this.#level >= 0.9995 && cap >= 0.9995) this.output = this.#level = 1;
	}

	/** Work that is not done waits or is lost; what waits is worked off, or gives up. */
	#account(minute: number, stepMin: number): void {
		const { metros, sectors, sites } = this.#model;
		const local = localMinute(this.#model, minute, metros[sites.metro[this.#site]!]!.utcOffsetMin);
		const ofDay = sectors[sites.sector[this.#site]!]!.demandByHour[Math.floor(local / 60) % 24]!;
		const asked = this.unitsPerDay * ofDay * (stepMin / 60);
		const refused = asked * this.#of('service.shedShare');
		const undone = Math.max(0, asked - refused - asked * this.output);
		const idle = Math.max(0, asked * this.output - (asked - refused));
		const waits = undone * this.#of('service.deferShare');
		const room = this.unitsPerDay * (stepMin / 1440) * this.#of('service.slackShare') * this.output;
		const afterWork = Math.max(0, this.#backlog - room - idle);
		const givesUp = afterWork * chanceWithin(stepMin, this.#of('service.patienceMin'));
		const usd =
			(undone - waits + givesUp) * this.#of('service.lossPerUnitUsd') +
			waits * this.#of('service.delayPerUnitUsd') +
			refused * this.#of('service.shedPerUnitUsd');
		this.lossCents += Math.floor(usd * 100 + 0.5);
		this.#backlog = afterWork - givesUp + waits;
		if (this.#backlog <= 0.0005 * this.unitsPerDay) this.#backlog = 0;
	}

	#payForBreaches(hosts: Hosts, stepMin: number): void {
		const hostile = hosts.live[this.#site]!.filter((host) => hosts.state[host] === STATE.compromised).length;
		const usd = hostile * this.#of('exposure.breachPerDayUsd') * (stepMin / 1440);
		this.lossCents += Math.floor(usd * 100 + 0.5);
	}

	/** Hosts down or in hostile hands, each class by its weight in the service. */
	#downShare(hosts: Hosts): number {
		const group = this.#model.sites.group[this.#site]!;
		const all = hosts.atSiteByClass[this.#site]!;
		const out = [0, 0, 0, 0, 0];
		for (const host of hosts.live[this.#site]!) {
			const { [host]: state } = hosts.state;
			if (hosts.isDown(host) || state === STATE.compromised || state === OTHER.isolated)
				out[hosts.hostClass[host]!]!++;
		}
		let weights = 0;
		let sum = 0;
		all.forEach((count, c) => {
			if (count === 0) return;
			const weight = this.#parameters.of('service.criticality', group, c);
			weights += weight;
			const stopped = (count - out[c]!) * this.#plane.stops(group, c);
			sum += weight * ((out[c]! + stopped) / count);
		});
		return weights === 0 ? 0 : sum / weights;
	}
}
