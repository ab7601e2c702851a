import { addComponent, addEntity, asBuffer, createWorld, query, removeComponent } from 'bitecs';
import { chanceWithin } from '../../lib/sim/exact/exp.ts';
import { CLASS_COUNT, HOST_CLASSES, type Model, type Order } from '../../lib/sim/model.ts';
import { COMPONENTS } from '../../lib/sim/parameters.ts';
import type { Defect } from '../../lib/sim/machines/host.ts';
import { hostTable, type HostTable } from '../../lib/sim/table/tables.ts';
import { Generator } from '../../lib/sim/testing/oracle/generator.ts';
import { wakeAndSleep } from '../../lib/sim/testing/oracle/habit.ts';
import { Hosts, STATE } from '../../lib/sim/testing/oracle/hosts.ts';
import { Parameters } from '../../lib/sim/testing/oracle/parameters.ts';
import { rates, type Rates } from '../../lib/sim/testing/oracle/rates.ts';
import { Rollout } from '../../lib/sim/testing/oracle/rollout.ts';
import { comesBack } from '../../lib/sim/testing/oracle/site.ts';
import { Technicians } from '../../lib/sim/testing/oracle/technicians.ts';

const SERVER = HOST_CLASSES.indexOf('server');
/** Tag of the entities that something may still happen to. */
const IN_REACH = {};

/** What a run by bitECS came to. */
export interface BitecsRun {
	readonly crashed: number;
	readonly steps: number;
	/** Time in the passes over its entities alone. */
	readonly passesMs: number;
}

/** What is the same for all hosts of a step, or of a site, or of a zone and class. */
interface Moment {
	readonly table: HostTable;
	readonly offered: boolean;
	readonly over: boolean;
	readonly minute: number;
	/** By group and class. */
	readonly rates: readonly Rates[];
	readonly lateMin: Float64Array;
	readonly stayOff: Uint8Array;
	/** By zone and class. */
	readonly activity: readonly { readonly wake: number; readonly sleep: number }[];
	/** By site: free technicians for each waiting host, and the chance that a key is found. */
	readonly handsPerHost: Float64Array;
	readonly findsKey: Float64Array;
}

/**
 * The life of every host of a small model with bitECS, the entity-component system: an entity a host, its state and
 * what it is in typed columns, one pass a step over the entities that a query gives. A host that nothing can happen to
 * any more leaves the query. Rates, rings, statechart and shifts are those of the per-host simulation of the tests;
 * services, losses, lent technicians and repair orders are left out.
 *
 * @throws Error for a model with several releases
 */
export function runOnBitecs(model: Model, orders: readonly Order[], seed: number): BitecsRun {
	if (model.releases.length !== 1) throw new Error('this comparison runs worlds with one release');
	const chance = new Generator(seed);
	const parameters = new Parameters(model, orders);
	const rollout = new Rollout(model, parameters);
	const hosts = new Hosts(model, parameters, rollout.release, chance);
	const technicians = new Technicians(model, parameters, hosts, chance);
	const fleet = new Fleet(model, hosts, rollout, chance);
	let steps = 0;
	let passesMs = 0;
	for (let minute = 0; minute < model.clock.horizonMin;) {
		const { stepMin } = model.clock.spans.find(({ untilMin }) => minute < untilMin)!;
		for (const { parameter, value } of parameters.obey(minute)) {
			if (parameter === 'rollout.order') rollout.order = value;
		}
		rollout.step(parameters, chance, minute, stepMin);
		technicians.beginStep(minute);
		const moment = fleet.momentAt(minute, stepMin, parameters, technicians);
		const began = performance.now();
		fleet.step(moment);
		passesMs += performance.now() - began;
		fleet.report(minute);
		minute += stepMin;
		steps++;
	}
	return { crashed: hosts.crashed, steps, passesMs };
}

class Fleet {
	readonly #model: Model;
	readonly #hosts: Hosts;
	readonly #rollout: Rollout;
	readonly #chance: Generator;
	readonly #world = createWorld();
	readonly #offsets: readonly number[];
	/** By entity. */
	readonly #site: Uint32Array;
	readonly #group: Uint8Array;
	readonly #habit: Uint16Array;
	/** By site, as the last pass left them. */
	readonly #waiting: Float64Array;
	readonly #busy: Float64Array;
	readonly #serversDown: Float64Array;
	#installs = 0;

	constructor(model: Model, hosts: Hosts, rollout: Rollout, chance: Generator) {
		const { sites, cells, metros } = model;
		this.#model = model;
		this.#hosts = hosts;
		this.#rollout = rollout;
		this.#chance = chance;
		this.#offsets = [...new Set(metros.map(({ utcOffsetMin }) => utcOffsetMin))];
		this.#site = new Uint32Array(hosts.count + 1);
		this.#group = new Uint8Array(hosts.count + 1);
		this.#habit = new Uint16Array(hosts.count + 1);
		this.#waiting = new Float64Array(sites.count);
		this.#busy = new Float64Array(sites.count);
		this.#serversDown = new Float64Array(sites.count);
		for (let cell = 0; cell < cells.count; cell++) {
			const site = cells.site[cell];
			const zone = this.#offsets.indexOf(metros[sites.metro[site]].utcOffsetMin);
			for (let n = 0; n < cells.hosts[cell]; n++) {
				const entity = addEntity(this.#world);
				this.#site[entity] = site;
				this.#group[entity] = sites.group[site];
				this.#habit[entity] = zone * CLASS_COUNT + cells.hostClass[cell];
			}
		}
		// Entities are numbered from 1 on, in the order of the hosts.
		for (const host of hosts.live.flat()) addComponent(this.#world, host + 1, IN_REACH);
	}

	momentAt(minute: number, stepMin: number, parameters: Parameters, technicians: Technicians): Moment {
		const model = this.#model;
		const rollout = this.#rollout;
		const groups = Array.from(
			{ length: model.sectors.length + model.organisations.length },
			(_, group) => group
		);
		const classes = HOST_CLASSES.map((_, hostClass) => hostClass);
		const ofAll = groups.flatMap((group) =>
			classes.map((hostClass) => rates(parameters, rollout, group, hostClass, minute, stepMin))
		);
		const handsPerHost = new Float64Array(model.sites.count);
		const findsKey = new Float64Array(model.sites.count);
		for (let site = 0; site < model.sites.count; site++) {
			const { keyMin, keysOnOwnServers } = ofAll[model.sites.group[site] * CLASS_COUNT + SERVER];
			const servers = this.#hosts.atSiteByClass[site][SERVER];
			const answers = keysOnOwnServers && servers > 0 ? 1 - this.#serversDown[site] / servers : 1;
			findsKey[site] = answers > 0 ? chanceWithin(stepMin, keyMin / answers) : 0;
			if (this.#waiting[site] === 0) continue;
			// One team, which reaches every host: less work than the model that it is compared with.
			const free = Math.round(technicians.onShift(site, minute)) - this.#busy[site];
			handsPerHost[site] = Math.max(0, free / this.#waiting[site]);
		}
		return {
			table: hostTable({
				component: COMPONENTS[parameters.of('update.component', rollout.vendor)],
				defect: rollout.release.defect as Defect
			}),
			offered: rollout.offers(minute),
			over: rollout.rolledBack && !rollout.offers(minute + stepMin),
			minute,
			rates: ofAll,
			lateMin: Float64Array.from(groups, (group) => parameters.of('update.heldBackMin', group)),
			stayOff: Uint8Array.from(groups, (group) => parameters.of('activity.stayOff', group)),
			activity: this.#offsets.flatMap((offset) =>
				classes.map((c) =>
					wakeAndSleep(model, c, offset, minute, stepMin, parameters.of('activity.churnMin', 0, c))
				)
			),
			handsPerHost,
			findsKey
		};
	}

	/** One pass over the entities: each makes at most one move. */
	step(moment: Moment): void {
		const hosts = this.#hosts;
		const { state } = hosts;
		this.#waiting.fill(0);
		this.#busy.fill(0);
		this.#serversDown.fill(0);
		for (const entity of query(this.#world, [IN_REACH], asBuffer)) {
			const host = entity - 1;
			const site = this.#site[entity];
			const hostClass = hosts.hostClass[host];
			const before = state[host];
			const rate = moment.rates[this.#group[entity] * CLASS_COUNT + hostClass];
			if (before === STATE.asleep || before === STATE.protected || before === STATE.fetching)
				this.#expose(moment, entity, host, rate);
			else this.#moveOn(moment, host, site, rate);
			const now = state[host];
			if (now === STATE.waitingForHands) this.#waiting[site]++;
			else if (now === STATE.underRepair) this.#busy[site]++;
			else if (now === STATE.recovered || (moment.over && (now === STATE.asleep || now === STATE.protected)))
				removeComponent(this.#world, entity, IN_REACH);
			if (hostClass === SERVER && hosts.isDown(host)) this.#serversDown[site]++;
		}
	}

	/** Tells the vendor what it may see. */
	report(minute: number): void {
		const rollout = this.#rollout;
		rollout.installs = this.#installs;
		rollout.crashes = this.#hosts.crashed;
		if (rollout.crashes > 0) rollout.firstCrashMin ??= minute;
	}

	#expose(moment: Moment, entity: number, host: number, rate: Rates): void {
		const hosts = this.#hosts;
		const chance = this.#chance;
		if (hosts.state[host] === STATE.fetching) {
			if (!chance.happens(rate.install)) return;
			hosts.send(host, 'INSTALL', moment.table);
			this.#installs++;
			return;
		}
		const group = this.#group[entity];
		if (moment.offered && hosts.reached[host] === 0) {
			const lateMin = hosts.late[host] === 1 ? moment.lateMin[group] : 0;
			if (this.#rollout.reaches(hosts.ring[host], lateMin, moment.minute)) hosts.reached[host] = 1;
		}
		const { wake, sleep } = moment.activity[this.#habit[entity]];
		if (hosts.state[host] === STATE.asleep) {
			if (wake > 0 && moment.stayOff[group] === 0 && chance.happens(wake)) hosts.send(host, 'WAKE');
		} else if (moment.offered && hosts.reached[host] === 1 && chance.happens(rate.poll))
			hosts.send(host, 'POLL');
		else if (sleep > 0 && chance.happens(sleep)) hosts.send(host, 'SLEEP');
	}

	#moveOn(moment: Moment, host: number, site: number, rate: Rates): void {
		const hosts = this.#hosts;
		const chance = this.#chance;
		switch (hosts.state[host]) {
			case STATE.crashed:
				if (!chance.happens(rate.leaveCrash)) return;
				if (chance.happens(rate.comesBack)) return hosts.send(host, comesBack(chance, rate));
				return hosts.send(host, chance.happens(rate.needsKey) ? 'NEED_KEY' : 'NEED_HANDS');
			case STATE.waitingForKey:
				if (chance.happens(rate.leaveQueue)) return hosts.send(host, comesBack(chance, rate));
				if (chance.happens(moment.findsKey[site])) hosts.send(host, 'KEY_FOUND');
				return;
			case STATE.waitingForHands:
				if (chance.happens(rate.leaveQueue)) return hosts.send(host, comesBack(chance, rate));
				if (rate.movedMin === 0) return;
				if (chance.happens(moment.handsPerHost[site] * rate.startsPerHand)) hosts.send(host, 'START_REPAIR');
				return;
			case STATE.underRepair:
				if (!chance.happens(rate.repairEnds)) return;
				if (chance.happens(rate.fails)) return hosts.send(host, 'REPAIR_FAILED');
				return hosts.send(host, chance.happens(rate.withoutAgent) ? 'REPAIRED_WITHOUT_AGENT' : 'REPAIRED');
			case STATE.unprotected:
				if (chance.happens(rate.leaveUnprotected))
					hosts.send(host, chance.happens(rate.restored) ? 'RESTORE_AGENT' : 'COMPROMISE');
				return;
			case STATE.agentDown:
				if (chance.happens(rate.leaveAgentDown))
					hosts.send(host, chance.happens(rate.updated) ? 'RESTORE_AGENT' : 'COMPROMISE');
				return;
			case STATE.compromised:
				if (chance.happens(rate.contain)) hosts.send(host, 'CONTAIN');
		}
	}
}
