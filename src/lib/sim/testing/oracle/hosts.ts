import { HOST_CLASSES, type Model, type Release } from '../../model.ts';
import { nextState, REFUSED } from '../../table/compile.ts';
import { HOST_STATES } from '../../table/states.ts';
import { HOST_TABLE, type HostTable, type OtherDefectTable } from '../../table/tables.ts';
import { exp } from '../../exact/exp.ts';
import { onlineShareAt } from './habit.ts';
import type { Parameters } from './parameters.ts';
import type { Generator } from './generator.ts';

export type HostEventName = HostTable['events'][number];

/** Codes of the host statechart's states, by name. */
export const STATE = HOST_TABLE.state;
/** Codes of the states that only other defects have, after those. */
export const OTHER = { carrying: 11, implanted: 12, isolated: 13, wiped: 14, restarting: 15 } as const;
const DOWN = Uint8Array.of(...HOST_TABLE.tags.down, 0, 0, 0, 1, 1);
const NAMES: readonly string[] = [...HOST_STATES, ...Object.keys(OTHER)];

type OtherEventName = OtherDefectTable['events'][number];

/**
 * Every host of a small world, one by one: what it is, the state it is in, and what the chart does not know of it.
 * Hosts of one site stand together. A host moves by events that the compiled statechart takes, or it does not move.
 */
export class Hosts {
	readonly count: number;
	/** By site: hosts of all vendors, and of these by class. */
	readonly atSite: readonly number[];
	readonly atSiteByClass: readonly (readonly number[])[];
	/** By site: hosts that something may still happen to; the others are only counted. */
	readonly live: number[][];
	readonly hostClass: Uint8Array;
	readonly state: Uint8Array;
	/** Its ring, drawn by the shares of the plan; whether the defect concerns it; whether it takes content late. */
	readonly ring: Uint8Array;
	readonly concerned: Uint8Array;
	readonly late: Uint8Array;
	/** 1 while it is crashed and nobody can get to it. */
	readonly outOfReach: Uint8Array;
	/** 1 once its ring has reached it. */
	readonly reached: Uint8Array;
	/** 1 while it is off and something waits on it. */
	readonly dormantOff: Uint8Array;
	/** Hosts that take what the vendor releases, and those of them whose class and country the defect is in. */
	ofVendor = 0;
	meant = 0;
	/** Hosts that are down now, hosts that are cut off now, hosts that have crashed or been cut off, and compromises so far. */
	down = 0;
	isolated = 0;
	silenced = 0;
	crashed = 0;
	compromises = 0;

	constructor(model: Model, parameters: Parameters, release: Release, chance: Generator) {
		const { cells, sites } = model;
		let count = 0;
		for (const hosts of cells.hosts) count += hosts;
		this.count = count;
		this.live = Array.from({ length: sites.count }, () => []);
		const byClass = this.live.map(() => HOST_CLASSES.map(() => 0));
		this.atSiteByClass = byClass;
		this.hostClass = new Uint8Array(count);
		this.state = new Uint8Array(count);
		this.ring = new Uint8Array(count);
		this.concerned = new Uint8Array(count);
		this.late = new Uint8Array(count);
		this.outOfReach = new Uint8Array(count);
		this.reached = new Uint8Array(count);
		this.dormantOff = new Uint8Array(count);
		let host = 0;
		for (let site = 0; site < sites.count; site++) {
			const offset = model.metros[sites.metro[site]!]!.utcOffsetMin;
			const group = sites.group[site]!;
			for (let cell = sites.cellStart[site]!; cell < sites.cellStart[site + 1]!; cell++) {
				const hostClass = cells.hostClass[cell]!;
				const vendor = cells.vendor[cell]!;
				const online = onlineShareAt(model, hostClass, 0, offset);
				const { rings } = model.ringPlans[release.ringPlan ?? parameters.of('rollout.plan', release.vendor)]!;
				const median = parameters.of('update.coverage', group, hostClass);
				const odds = exp(parameters.of('update.coverageSigma', group) * cells.coverageScore[cell]!);
				const covered = 1 / (1 + (1 - median) / (median * odds));
				for (let n = 0; n < cells.hosts[cell]!; n++, host++) {
					this.hostClass[host] = hostClass;
					this.state[host] = chance.happens(online) ? STATE.protected : STATE.asleep;
					let ring = 0;
					const first = parameters.optional('update.firstRingShare', group);
					const isFirst = first > 0 && chance.happens(first);
					for (let u = isFirst ? 0 : chance.uniform() - rings[0]!.share; u > 0 && ring + 1 < rings.length;)
						u -= rings[++ring]!.share;
					this.ring[host] = ring;
					this.concerned[host] = +chance.happens(
						covered * parameters.of('update.affectedShare', release.vendor, hostClass)
					);
					this.late[host] = +chance.happens(parameters.of('update.heldBackShare', group));
					byClass[site]![hostClass]!++;
					const isMeantFor = isMeant(model, release, site, hostClass, vendor);
					if (isMeantFor) this.meant++;
					if (release.toEveryHost === true || vendor === release.vendor) this.ofVendor++;
					// Whether a host sleeps matters only if a release may reach it.
					if (this.concerned[host] === 1 && isMeantFor) this.live[site]!.push(host);
				}
			}
		}
		this.atSite = byClass.map((classes) => classes.reduce((all, hosts) => all + hosts, 0));
	}

	/** Lets hosts go that nothing can happen to any more: those that are back, and once it is over those not hit. */
	retire(site: number, over: boolean): void {
		const live = this.live[site]!;
		let kept = 0;
		for (const host of live) {
			const state = this.state[host];
			if (state === STATE.recovered || (over && (state === STATE.asleep || state === STATE.protected)))
				continue;
			live[kept++] = host;
		}
		live.length = kept;
	}

	/** Sends an event to a host. Throws where the statechart refuses it. */
	send(host: number, event: HostEventName, table: HostTable = HOST_TABLE): void {
		const from = this.state[host]!;
		const to = nextState(table, from, event);
		if (to === REFUSED) throw new Error(`host ${host} is '${HOST_STATES[from]}' and refuses ${event}`);
		this.state[host] = to;
		this.down += DOWN[to]! - DOWN[from]!;
		// Nothing leads back from the boot loop to a host that could crash again, so crashes are hosts.
		if (to === STATE.crashed) {
			this.crashed++;
			this.silenced++;
		}
		if (to === STATE.compromised) this.compromises++;
	}

	/** The same by the chart of other defects; a host that the release has just reached comes `from` there. */
	sendOther(host: number, event: OtherEventName, table: OtherDefectTable, from?: 'reached'): void {
		const code = this.state[host]!;
		const before = (from ?? NAMES[code]) as OtherDefectTable['states'][number];
		const next = nextState(table, table.state[before], event);
		if (next === REFUSED) throw new Error(`host ${host} is '${before}' and refuses ${event}`);
		const to = NAMES.indexOf(table.states[next]!);
		this.state[host] = to;
		this.down += DOWN[to]! - DOWN[code]!;
		this.isolated += +(to === OTHER.isolated) - +(code === OTHER.isolated);
		const fails =
			to === STATE.crashed || to === STATE.waitingForKey || to === OTHER.wiped || to === OTHER.restarting;
		if (fails) this.crashed++;
		if (fails || to === OTHER.isolated) this.silenced++;
		if (to === STATE.compromised) this.compromises++;
	}

	isDown(host: number): boolean {
		return DOWN[this.state[host]!] === 1;
	}
}

/** Whether a release is meant for the hosts of a class and vendor at a site. */
function isMeant(
	{ metros, sites }: Model,
	{ vendor, toEveryHost, classes, countries }: Release,
	site: number,
	hostClass: number,
	agent: number
): boolean {
	if (toEveryHost !== true && agent !== vendor) return false;
	if (classes !== undefined && !classes.includes(HOST_CLASSES[hostClass]!)) return false;
	return countries === undefined || countries.includes(metros[sites.metro[site]!]!.country);
}
