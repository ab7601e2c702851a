import type { Model } from '../../model.ts';
import { nextState, REFUSED } from '../../table/compile.ts';
import { HOST_STATES, hostTable, type HostState, type HostTable } from '../../table/tables.ts';
import { onlineShareAt } from './habit.ts';
import type { Parameters } from './parameters.ts';
import type { Generator } from './generator.ts';

export type HostEventName = HostTable['events'][number];

const START = hostTable({ component: 'kernel', defect: 'bootCrash' });

/** Codes of the host statechart's states, by name. */
export const STATE = START.state;
const DOWN = START.tags.down;

/**
 * Every host of a small world, one by one: what it is, the state it is in, and what the chart does not know of it.
 * Hosts of one site stand together. A host moves by events that the compiled statechart takes, or it does not move.
 */
export class Hosts {
	readonly count: number;
	/** Hosts of site i are start[i] … start[i+1]-1. */
	readonly start: Int32Array;
	readonly hostClass: Uint8Array;
	readonly vendor: Uint8Array;
	readonly state: Uint8Array;
	/** Its ring, drawn by the shares of the plan; whether the defect concerns it; whether it takes content late. */
	readonly ring: Uint8Array;
	readonly concerned: Uint8Array;
	readonly late: Uint8Array;
	/** 1 once its ring has reached it. */
	readonly reached: Uint8Array;
	/** Hosts that are down now, hosts that have crashed, and compromises so far. */
	down = 0;
	crashed = 0;
	compromises = 0;

	constructor(model: Model, parameters: Parameters, chance: Generator) {
		const { cells, sites } = model;
		let count = 0;
		for (const hosts of cells.hosts) count += hosts;
		this.count = count;
		this.start = new Int32Array(sites.count + 1);
		this.hostClass = new Uint8Array(count);
		this.vendor = new Uint8Array(count);
		this.state = new Uint8Array(count);
		this.ring = new Uint8Array(count);
		this.concerned = new Uint8Array(count);
		this.late = new Uint8Array(count);
		this.reached = new Uint8Array(count);
		let host = 0;
		for (let site = 0; site < sites.count; site++) {
			const offset = model.metros[sites.metro[site]!]!.utcOffsetMin;
			const group = sites.group[site]!;
			for (let cell = sites.cellStart[site]!; cell < sites.cellStart[site + 1]!; cell++) {
				const hostClass = cells.hostClass[cell]!;
				const vendor = cells.vendor[cell]!;
				const online = onlineShareAt(model, hostClass, 0, offset);
				const { rings } = model.ringPlans[parameters.of('rollout.plan', vendor)]!;
				for (let n = 0; n < cells.hosts[cell]!; n++, host++) {
					this.hostClass[host] = hostClass;
					this.vendor[host] = vendor;
					this.state[host] = chance.happens(online) ? STATE.protected : STATE.asleep;
					let ring = 0;
					for (let u = chance.uniform() - rings[0]!.share; u > 0 && ring + 1 < rings.length;)
						u -= rings[++ring]!.share;
					this.ring[host] = ring;
					this.concerned[host] = +chance.happens(parameters.of('update.affectedShare', vendor, hostClass));
					this.late[host] = +chance.happens(parameters.of('update.heldBackShare', group));
				}
			}
			this.start[site + 1] = host;
		}
	}

	/** Sends an event to a host. Throws where the statechart refuses it. */
	send(host: number, event: HostEventName, table: HostTable = START): void {
		const from = this.state[host]!;
		const to = nextState(table, from, event);
		if (to === REFUSED) throw new Error(`host ${host} is '${HOST_STATES[from]}' and refuses ${event}`);
		this.state[host] = to;
		this.down += DOWN[to]! - DOWN[from]!;
		// Nothing leads back from the boot loop to a host that could crash again, so crashes are hosts.
		if (to === STATE.crashed) this.crashed++;
		if (to === STATE.compromised) this.compromises++;
	}

	is(host: number, state: HostState): boolean {
		return this.state[host] === STATE[state];
	}

	isDown(host: number): boolean {
		return DOWN[this.state[host]!] === 1;
	}
}
