import type { Activity } from './activity.ts';
import type { Chances } from './chances.ts';
import * as column from './columns.ts';
import type { Draws } from './draws.ts';
import { chanceWithin } from './exact/exp.ts';
import { log } from './exact/log.ts';
import { install, offer, reach } from './exposure.ts';
import { installsTo } from './flows.ts';
import { CLASS_COUNT, HOST_CLASSES, groupCount } from './model.ts';
import { KEY_STORES } from './parameters.ts';
import { finishRepairs, recover } from './recovery.ts';
import { isOffered } from './rollout.ts';
import { cents } from './services.ts';
import type { Technicians } from './technicians.ts';
import { valueAt } from './values.ts';
import { NEVER, type World } from './world.ts';

const SERVER = HOST_CLASSES.indexOf('server');
const OWN_SERVERS = KEY_STORES.indexOf('onOwnServers');
const NO_RELEASE = -1;

/**
 * One step of the hosts of one site. The order is part of the model, and the per-host oracle keeps it:
 * 1. repairs end, and technicians who are free begin new ones;
 * 2. hosts that were hit move on: contained, agents restored, fixed, keys found, crashed ones sorted;
 * 3. what was being fetched is installed; rings reach held hosts; hosts on offer look for content, sleep or wake.
 */
export class HostStep {
	readonly #world: World;
	readonly #draws: Draws;
	readonly #chances: Chances;
	readonly #activity: Activity;
	readonly #technicians: Technicians;
	/** By vendor: its release, or NO_RELEASE. */
	readonly #releaseOf: Int32Array;
	readonly #groups: number;
	readonly #offered: Uint8Array;
	readonly #installsTo: Int32Array;
	#openedBefore: Float64Array = new Float64Array(0);
	#minute = 0;
	#stepMin = 0;

	constructor(world: World, draws: Draws, chances: Chances, activity: Activity, technicians: Technicians) {
		this.#world = world;
		this.#draws = draws;
		this.#chances = chances;
		this.#activity = activity;
		this.#technicians = technicians;
		this.#groups = groupCount(world.model);
		this.#releaseOf = new Int32Array(world.model.vendors.length).fill(NO_RELEASE);
		world.model.releases.forEach(({ vendor }, release) => (this.#releaseOf[vendor] = release));
		this.#offered = new Uint8Array(world.model.releases.length);
		this.#installsTo = new Int32Array(world.model.releases.length);
	}

	/** Sets what is the same for every site in this step. */
	prepare(minute: number, stepMin: number, openedBefore: Float64Array): void {
		const world = this.#world;
		this.#minute = minute;
		this.#stepMin = stepMin;
		this.#openedBefore = openedBefore;
		let anyOffered = false;
		world.model.releases.forEach((release, index) => {
			const offered = isOffered(world, index, minute);
			this.#offered[index] = offered ? 1 : 0;
			anyOffered ||= offered;
			this.#installsTo[index] = installsTo(release, valueAt(world, 'update.component', release.vendor));
		});
		const churnAt = world.layout.offset['activity.churnMin'];
		if (anyOffered)
			this.#activity.prepare(minute, stepMin, world.values.subarray(churnAt, churnAt + CLASS_COUNT));
	}

	step(site: number): void {
		const { model } = this.#world;
		const { sites, cells } = model;
		const group = sites.group[site]!;
		const end = sites.cellStart[site + 1]!;
		this.#repair(site, group, end);
		const store = this.#keyChance(site, group, end);
		const storeLogQ = store > 0 ? log(1 - store) : 0;
		const zone = this.#activity.zoneOfMetro[sites.metro[site]!]! * CLASS_COUNT;
		const stayOff = valueAt(this.#world, 'activity.stayOff', group) === 1;
		for (let cell = sites.cellStart[site]!; cell < end; cell++) {
			const release = this.#releaseOf[cells.vendor[cell]!]!;
			if (release === NO_RELEASE) continue;
			const hostClass = cells.hostClass[cell]!;
			const row = this.#chances.row(release, group, hostClass);
			recover(this.#world, this.#draws, this.#chances, cell, row, store, storeLogQ);
			this.#expose(cell, release, group, hostClass, row, zone + hostClass, stayOff);
		}
	}

	/** Whether any host of a site is fetching, was hit and is not back, or may still take a release on offer. */
	isInFlight(site: number): boolean {
		const { model, counts } = this.#world;
		const end = model.sites.cellStart[site + 1]!;
		for (let cell = model.sites.cellStart[site]!; cell < end; cell++) {
			const release = this.#releaseOf[model.cells.vendor[cell]!]!;
			if (release === NO_RELEASE) continue;
			if (this.#offered[release] === 1) return true;
			const at = cell * column.CELL_STRIDE;
			for (let c = column.FETCHING; c <= column.UNDER_REPAIR; c++) if (counts[at + c]! > 0) return true;
			for (let c = column.UNPROTECTED; c <= column.COMPROMISED; c++) if (counts[at + c]! > 0) return true;
		}
		return false;
	}

	#repair(site: number, group: number, end: number): void {
		const world = this.#world;
		const { sites, cells, metros } = world.model;
		let busy = 0;
		let waiting = 0;
		let ended = 0;
		let release = NO_RELEASE;
		for (let cell = sites.cellStart[site]!; cell < end; cell++) {
			const own = this.#releaseOf[cells.vendor[cell]!]!;
			if (own === NO_RELEASE) continue;
			release = own;
			const row = this.#chances.row(own, group, cells.hostClass[cell]!);
			ended += finishRepairs(world, this.#draws, this.#chances, cell, row);
			const at = cell * column.CELL_STRIDE;
			busy += world.counts[at + column.UNDER_REPAIR]!;
			waiting += world.counts[at + column.WAITING_FOR_HANDS]!;
		}
		if (ended > 0) world.lossCents[site]! += cents(ended * valueAt(world, 'service.hostCostUsd', group));
		if (waiting === 0) return;
		const metro = sites.metro[site]!;
		const lent = waiting * world.lentShare[metro]!;
		const free = this.#technicians.present(site, this.#minute, lent) - busy;
		if (free > 0) this.#technicians.start(site, this.#draws, this.#chances, release, free, waiting);
	}

	/** Chance that a key is found in this step. A store on the organisation's own servers answers only as far as those
	 * servers are up: the recovery tool can depend on what has failed. */
	#keyChance(site: number, group: number, end: number): number {
		const world = this.#world;
		const { sites, cells } = world.model;
		let waiting = 0;
		let servers = 0;
		let serversDown = 0;
		for (let cell = sites.cellStart[site]!; cell < end; cell++) {
			const at = cell * column.CELL_STRIDE;
			waiting += world.counts[at + column.WAITING_FOR_KEY]!;
			if (cells.hostClass[cell] !== SERVER) continue;
			servers += cells.hosts[cell]!;
			for (let c = column.CRASHED; c <= column.UNDER_REPAIR; c++) serversDown += world.counts[at + c]!;
		}
		if (waiting === 0) return 0;
		const onOwn = valueAt(world, 'repair.keyStore', group) === OWN_SERVERS && servers > 0;
		const answers = onOwn ? 1 - serversDown / servers : 1;
		return chanceWithin(this.#stepMin * answers, valueAt(world, 'repair.keyMin', group));
	}

	#expose(
		cell: number,
		release: number,
		group: number,
		hostClass: number,
		row: number,
		habit: number,
		stayOff: boolean
	): void {
		const world = this.#world;
		const done = install(world, this.#draws, this.#chances, cell, row, this.#installsTo[release]!);
		if (done > 0) {
			world.installs[release]! += done;
			if (this.#installsTo[release] === column.CRASHED) {
				world.crashes[release]! += done;
				if (world.firstCrashMin[release] === NEVER) world.firstCrashMin[release] = this.#minute;
			}
		}
		if (this.#offered[release] === 0) return;
		const opened = (release * this.#groups + group) * CLASS_COUNT + hostClass;
		const from = this.#openedBefore[opened]!;
		const to = world.openedShare[opened]!;
		if (to > from) reach(world, this.#draws, cell, from, to, this.#activity.online[habit]!);
		offer(world, this.#draws, this.#chances, this.#activity, cell, row, habit, stayOff);
	}
}
