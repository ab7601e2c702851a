import { EXPOSED, MOVING, REST } from './active-sites.ts';
import type { Activity } from './activity.ts';
import type { Chances } from './chances.ts';
import { Coverage } from './coverage.ts';
import * as column from '../world/columns.ts';
import type { Draws } from '../random/draws.ts';
import { install, offer, reach } from './exposure.ts';
import { installsTo } from './flows.ts';
import { Gap, passGap } from './gap.ts';
import { gridMinuteFrom } from '../time/grid.ts';
import { CLASS_COUNT, HOST_CLASSES, groupCount, type SiteTable } from '../model.ts';
import { COMPONENTS, KEY_STORES } from '../parameters.ts';
import { STREAM } from '../random/streams.ts';
import { logOfLikelier } from '../random/binomial.ts';
import { lentTo } from '../repair/lending.ts';
import { finishRepairs, recover } from '../repair/recovery.ts';
import { isOffered } from '../vendor/rollout.ts';
import { cents } from '../services/services.ts';
import { SetUp } from '../repair/set-up.ts';
import { isAtConsole, type Team, type Technicians } from '../repair/technicians.ts';
import { valueAt } from '../values.ts';
import { NEVER, type World } from '../world/world.ts';
import { hasLastGood, hasMixedComponents, isFault, isOther } from '../other-defects/columns.ts';
import { OtherChances } from '../other-defects/chances.ts';
import { stirs } from '../other-defects/rates.ts';
import { OtherStep, type CellStep } from '../other-defects/step.ts';
import { NO_RELEASE, releaseOfCells } from '../world/release-of-cell.ts';
import type { Zones } from './zones.ts';

const SERVER = HOST_CLASSES.indexOf('server');
const KERNEL = COMPONENTS.indexOf('kernel');
const OWN_SERVERS = KEY_STORES.indexOf('onOwnServers');

/** What drives one step of the hosts. */
export interface Drivers {
	readonly draws: Draws;
	readonly chances: Chances;
	readonly activity: Activity;
	readonly technicians: Technicians;
	readonly zones: Zones;
}

/**
 * One step of the hosts of one site. The order is part of the model, and the per-host oracle keeps it:
 * 1. repairs end, and technicians who are free begin new ones;
 * 2. hosts that were hit move on: contained, agents restored, fixed, keys found, crashed ones sorted;
 * 3. what was being fetched is installed; rings reach held hosts; hosts on offer look for content, sleep or wake.
 */
export class HostStep {
	readonly #world: World;
	readonly #counts: Int32Array;
	readonly #sites: SiteTable;
	readonly #hostClass: Uint8Array;
	readonly #draws: Draws;
	readonly #chances: Chances;
	readonly #activity: Activity;
	readonly #technicians: Technicians;
	/** By site: first row of its zone in the activity table. */
	readonly #habit: Uint16Array;
	/** By cell: the release that concerns it, or NO_RELEASE; and its row of chances. */
	readonly #release: Int8Array;
	readonly #row: Int32Array;
	/** By site: its servers. */
	readonly #serversAt: Int32Array;
	readonly #groups: number;
	readonly #offered: Uint8Array;
	readonly #installsTo: Int32Array;
	readonly #stayOff: Uint8Array;
	/** Where the values of two parameters begin that every site needs. */
	readonly #hostCostAt: number;
	readonly #keyStoreAt: number;
	readonly #coverage: Coverage;
	readonly #setUp: SetUp;
	readonly #gap: Gap;
	readonly #leftOff: Gap;
	/** By release: whether it needs more than the host's own machine; what steps its hosts then. */
	readonly #isOther: readonly boolean[];
	readonly #others: OtherStep;
	/** By class. */
	readonly #churnMin: Float64Array;
	#openedBefore: Float64Array = new Float64Array(0);
	#minute = 0;
	/** What {@link #lookOver} found at the site being stepped. */
	#busy = 0;
	#busyAtConsoles = 0;
	#waiting = 0;
	#wantKey = 0;
	#servers = 0;
	#serversDown = 0;
	/** The last chance that a key is found, and its logarithm: most sites have the same. */
	#key = 0;
	#keyLog = 0;

	constructor(world: World, { draws, chances, activity, technicians, zones }: Drivers) {
		const { model } = world;
		this.#world = world;
		this.#counts = world.counts;
		this.#sites = model.sites;
		this.#hostClass = model.cells.hostClass;
		this.#draws = draws;
		this.#chances = chances;
		this.#activity = activity;
		this.#technicians = technicians;
		this.#habit = Uint16Array.from(model.sites.metro, (metro) => zones.ofMetro[metro]! * CLASS_COUNT);
		this.#groups = groupCount(model);
		this.#offered = new Uint8Array(model.releases.length);
		this.#installsTo = new Int32Array(model.releases.length);
		this.#stayOff = new Uint8Array(this.#groups);
		this.#hostCostAt = world.layout.offset['service.hostCostUsd'];
		this.#keyStoreAt = world.layout.offset['repair.keyStore'];
		this.#coverage = new Coverage(world);
		this.#setUp = new SetUp(world);
		this.#gap = new Gap(model, zones);
		this.#leftOff = new Gap(model, zones);
		const churnAt = world.layout.offset['activity.churnMin'];
		this.#churnMin = world.values.subarray(churnAt, churnAt + CLASS_COUNT);
		const { cells, sites, releases } = model;
		this.#isOther = releases.map(
			(release) => isOther(release) || hasMixedComponents(model) || hasLastGood(model)
		);
		this.#others = new OtherStep(world, draws, new OtherChances(world, chances), activity);
		this.#release = releaseOfCells(model);
		this.#row = new Int32Array(cells.count);
		this.#serversAt = new Int32Array(sites.count);
		for (let cell = 0; cell < cells.count; cell++) {
			const site = cells.site[cell]!;
			const hostClass = cells.hostClass[cell]!;
			const release = this.#release[cell]!;
			if (release !== NO_RELEASE) this.#row[cell] = chances.row(release, sites.group[site]!, hostClass);
			if (hostClass === SERVER) this.#serversAt[site]! += cells.hosts[cell]!;
		}
	}

	/** Sets what is the same for every site in this step. */
	prepare(minute: number, stepMin: number, openedBefore: Float64Array): void {
		const world = this.#world;
		this.#minute = minute;
		this.#openedBefore = openedBefore;
		let anyOffered = false;
		let hasOthers = false;
		world.model.releases.forEach((release, index) => {
			const offered = isOffered(world, index, minute);
			this.#offered[index] = offered ? 1 : 0;
			anyOffered ||= offered;
			const { defect, vendor, toEveryHost } = release;
			if (this.#isOther[index]! || !isFault(defect)) hasOthers = true;
			else
				this.#installsTo[index] = installsTo(
					defect,
					toEveryHost === true ? KERNEL : valueAt(world, 'update.component', vendor)
				);
		});
		if (hasOthers) this.#others.prepare(minute, stepMin);
		for (let g = 0; g < this.#groups; g++) {
			this.#stayOff[g] = valueAt(world, 'activity.stayOff', g);
			if (this.#stayOff[g] === 0) world.stayOffSinceMin[g] = NEVER;
			else if (world.stayOffSinceMin[g] === NEVER) world.stayOffSinceMin[g] = minute;
		}
		if (!anyOffered && !hasOthers) return;
		this.#activity.prepare(minute, stepMin, this.#churnMin);
		this.#coverage.prepare();
	}

	/** Hosts that a release had reached when it was paused, at `pausedMin`, have slept and woken since; where staff
	 * leave hosts off, they have only slept from then on. */
	resume(release: number, pausedMin: number): void {
		const { cellStart, group, count } = this.#sites;
		const fromMin = gridMinuteFrom(this.#world.model.clock.spans, pausedMin);
		for (let g = 0; g < this.#groups; g++) {
			const sinceMin = Math.min(this.#minute, this.#world.stayOffSinceMin[g]!);
			this.#gap.prepare(fromMin, Math.max(fromMin, sinceMin), this.#churnMin);
			this.#leftOff.prepare(Math.max(fromMin, sinceMin), this.#minute, this.#churnMin);
			for (let site = 0; site < count; site++) {
				if (group[site] !== g) continue;
				for (let cell = cellStart[site]!; cell < cellStart[site + 1]!; cell++) {
					if (this.#release[cell] !== release) continue;
					const habit = this.#habit[site]! + this.#hostClass[cell]!;
					const stays = this.#leftOff.stayedOn[habit]!;
					const [onIfOn, onIfOff] = [this.#gap.onIfOn(habit), this.#gap.onIfOff(habit)];
					passGap(this.#counts, this.#draws, cell, onIfOn * stays, onIfOff * stays);
				}
			}
		}
	}

	step(site: number): void {
		const counts = this.#counts;
		const group = this.#sites.group[site]!;
		const start = this.#sites.cellStart[site]!;
		const end = this.#sites.cellStart[site + 1]!;
		const { isRecoveryDue, isExposureDue } = this.#draws;
		const isWorkingTime = isRecoveryDue && this.#technicians.isWorkingTime(site);
		let key = 0;
		if (isRecoveryDue) {
			this.#lookOver(site, group, start, end);
			if (this.#waiting > 0 && this.#setUp.isOver(site, this.#minute)) this.#startRepairs(site, start);
			if (this.#wantKey > 0) key = this.#keyChance(site, group);
		}
		for (let cell = start; cell < end; cell++) {
			const release = this.#release[cell]!;
			if (release === NO_RELEASE) continue;
			const offered = this.#offered[release] === 1;
			const at = cell * column.CELL_STRIDE;
			const inFlight = counts[at + column.IN_FLIGHT]!;
			if (inFlight === 0 && !offered) continue;
			const row = this.#row[cell]!;
			if (this.#isOther[release]!) {
				this.#stepOther(site, group, cell, release, key, isWorkingTime);
				continue;
			}
			const exposed = column.exposedAt(counts, at);
			// Hosts that only run without protection move once an exposure interval.
			if (isRecoveryDue && (isExposureDue || inFlight > counts[at + column.UNPROTECTED]!))
				recover(counts, this.#draws, cell, row, key, this.#keyLog, isWorkingTime);
			if (counts[at + column.FETCHING]! > 0) this.#install(cell, release, row);
			this.#world.exposed[release]! += column.exposedAt(counts, at) - exposed;
			if (offered) this.#offer(cell, release, group, row, this.#habit[site]!);
		}
	}

	/** The same for a cell whose release needs more than the host's own machine. */
	#stepOther(
		site: number,
		group: number,
		cell: number,
		release: number,
		key: number,
		isWorkingTime: boolean
	): void {
		const counts = this.#counts;
		const at = cell * column.CELL_STRIDE;
		const row = this.#row[cell]!;
		const habit = this.#habit[site]! + this.#hostClass[cell]!;
		const step = { cell, release, row, habit, stayOff: this.#stayOff[group] === 1 };
		const exposed = column.exposedAt(counts, at);
		if (this.#draws.isRecoveryDue && counts[at + column.IN_FLIGHT]! > 0) {
			recover(counts, this.#draws, cell, row, key, this.#keyLog, isWorkingTime);
			this.#others.recover(step);
		}
		this.#others.trigger(step, () => this.#online(group, habit));
		const fetching = counts[at + column.FETCHING]!;
		if (fetching > 0) this.#installOther(step, fetching);
		if (this.#offered[release] === 1) this.#offerOther(step, group);
		this.#world.exposed[release]! += column.exposedAt(counts, at) - exposed;
	}

	#installOther(step: CellStep, fetching: number): void {
		const done = this.#draws.take(STREAM.install, step.cell, fetching, step.row);
		if (done === 0) return;
		this.#world.installs[step.release]! += done;
		this.#others.install(step, done);
	}

	#offerOther(step: CellStep, group: number): void {
		const { cell, release, row, habit, stayOff } = step;
		this.#reach(cell, release, group, habit);
		if (this.#world.model.releases[release]!.expires === true) this.#others.expire(step);
		else offer(this.#counts, this.#draws, this.#activity, cell, row, habit, stayOff);
	}

	/** What the hosts of a site may do from now on: those that fetch, were hit and are not back, or are on offer. */
	unrest(site: number): number {
		const { model, counts } = this.#world;
		let may = REST;
		const end = model.sites.cellStart[site + 1]!;
		for (let cell = model.sites.cellStart[site]!; cell < end; cell++) {
			const release = this.#release[cell]!;
			if (release === NO_RELEASE) continue;
			if (this.#offered[release] === 1) return MOVING;
			const at = cell * column.CELL_STRIDE;
			const inFlight = counts[at + column.IN_FLIGHT]!;
			if (inFlight === 0) continue;
			if (inFlight > counts[at + column.UNPROTECTED]! && !this.#isAtRest(cell, release)) return MOVING;
			may = EXPOSED;
		}
		return may;
	}

	/** Whether something waits on all hosts of a cell that are in flight, and nobody can help them before it takes effect. */
	#isAtRest(cell: number, release: number): boolean {
		if (!this.#isOther[release]! || stirs(this.#world, release, this.#minute)) return false;
		return this.#others.dormantHosts(cell) === this.#counts[cell * column.CELL_STRIDE + column.IN_FLIGHT];
	}

	/** Ends the repairs that are done, and counts queues, technicians at work and servers of a site. */
	#lookOver(site: number, group: number, start: number, end: number): void {
		const counts = this.#counts;
		let ended = 0;
		let busy = 0;
		let busyAtConsoles = 0;
		let waiting = 0;
		let wantKey = 0;
		let serversDown = 0;
		for (let cell = start; cell < end; cell++) {
			const at = cell * column.CELL_STRIDE;
			if (counts[at + column.IN_FLIGHT] === 0) continue;
			if (counts[at + column.UNDER_REPAIR]! > 0) {
				const bare = counts[at + column.UNPROTECTED]!;
				ended += finishRepairs(counts, this.#draws, cell, this.#row[cell]!);
				this.#world.exposed[this.#release[cell]!]! += counts[at + column.UNPROTECTED]! - bare;
				const underRepair = counts[at + column.UNDER_REPAIR]!;
				busy += underRepair;
				if (isAtConsole(this.#hostClass[cell]!)) busyAtConsoles += underRepair;
			}
			waiting += counts[at + column.WAITING_FOR_HANDS]!;
			wantKey += counts[at + column.WAITING_FOR_KEY]!;
			if (this.#hostClass[cell] === SERVER) serversDown += column.downAt(counts, at);
		}
		this.#busy = busy;
		this.#busyAtConsoles = busyAtConsoles;
		this.#waiting = waiting;
		this.#wantKey = wantKey;
		this.#servers = this.#serversAt[site]!;
		this.#serversDown = serversDown;
		if (ended > 0) {
			this.#world.lossCents[site]! += cents(ended * this.#world.values[this.#hostCostAt + group]!);
		}
	}

	/** Each team begins the repairs that are its own; where there is one team, it begins all of them. */
	#startRepairs(site: number, start: number): void {
		const technicians = this.#technicians;
		const release = Math.max(0, this.#release[start]!);
		const lent = lentTo(this.#world, technicians, site, this.#waiting);
		const begin = (team: Team, free: number) => {
			if (free > 0) technicians.start(site, this.#draws, this.#chances, release, free, team);
		};
		if (!technicians.hasConsoleTeam(site)) {
			begin('all', technicians.present(site, lent) - this.#busy);
			return;
		}
		const busy = Math.min(this.#busyAtConsoles, technicians.presentAtConsoles(site));
		begin('consoles', technicians.presentAtConsoles(site) - busy);
		begin('desks', technicians.present(site, lent) - (this.#busy - busy));
	}

	/** Chance that a key is found: everybody's, or as many as the help desk can give out. A store on the organisation's own
	 * servers answers only as far as those servers are up: the recovery tool can depend on what has failed. */
	#keyChance(site: number, group: number): number {
		const most = (this.#technicians.atKeyDesk(site) * this.#chances.keysPerDesk[group]!) / this.#wantKey;
		let found = Math.min(this.#chances.keyFound[group]!, most);
		if (this.#serversDown > 0 && this.#world.values[this.#keyStoreAt + group] === OWN_SERVERS)
			found = (found * (this.#servers - this.#serversDown)) / this.#servers;
		if (found !== this.#key) {
			this.#key = found;
			this.#keyLog = logOfLikelier(found);
		}
		return found;
	}

	#install(cell: number, release: number, row: number): void {
		const world = this.#world;
		const to = this.#installsTo[release]!;
		const done = install(this.#counts, this.#draws, cell, row, to);
		if (done === 0) return;
		world.installs[release]! += done;
		if (to !== column.CRASHED) return;
		world.crashes[release]! += done;
		if (world.firstCrashMin[release] === NEVER) world.firstCrashMin[release] = this.#minute;
	}

	#offer(cell: number, release: number, group: number, row: number, zoneHabit: number): void {
		const habit = zoneHabit + this.#hostClass[cell]!;
		this.#reach(cell, release, group, habit);
		offer(this.#counts, this.#draws, this.#activity, cell, row, habit, this.#stayOff[group] === 1);
	}

	#reach(cell: number, release: number, group: number, habit: number): void {
		const opened = (release * this.#groups + group) * CLASS_COUNT + this.#hostClass[cell]!;
		const from = this.#openedBefore[opened]!;
		const to = this.#world.openedShare[opened]!;
		if (to <= from) return;
		const covered = this.#coverage.ofCell[cell]!;
		reach(this.#counts, this.#draws, cell, from * covered, to * covered, this.#online(group, habit));
	}

	/** Share of hosts that no ring had reached that is on. Where staff leave hosts off, none has woken since. */
	#online(group: number, habit: number): number {
		if (this.#stayOff[group] === 0) return this.#activity.online[habit]!;
		this.#leftOff.prepare(this.#world.stayOffSinceMin[group]!, this.#minute, this.#churnMin);
		return this.#leftOff.onlineBefore[habit]! * this.#leftOff.stayedOn[habit]!;
	}
}
