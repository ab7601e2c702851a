import { hourOfDay, localWeekMinute } from '../hosts/activity.ts';
import { REST, type ActiveSites } from '../hosts/active-sites.ts';
import { CELL_STRIDE, COMPROMISED, downAt, HELD, IN_FLIGHT } from '../world/columns.ts';
import { ServiceValues } from './service-values.ts';
import { cents, stepService, WHOLE } from './services.ts';
import { clearVendor, stepTrust } from '../vendor/vendor.ts';
import { CLASS_COUNT } from '../model.ts';
import { isolatedAt, otherHostsAt, otherDownAt } from '../other-defects/columns.ts';
import { stoppedShares } from '../other-defects/control-plane.ts';
import { NO_RELEASE, releaseOfCells } from '../world/release-of-cell.ts';
import type { Surroundings } from '../what-if/surroundings.ts';
import type { World } from '../world/world.ts';
import type { Zones } from '../hosts/zones.ts';

/** A cap below this makes the services that depend on what is missing active. */
const FELT = 0.995;
const HOUR_MIN = 60;
const DAY_MIN = 1440;

/** One step of every service that is not whole, then of what depends on all of them: cascades and trust. */
export class ServiceRound {
	readonly #world: World;
	readonly #zones: Zones;
	readonly #sites: ActiveSites;
	readonly #values: ServiceValues;
	readonly #surroundings: Surroundings | null;
	/** By site: its sector and metro as one number. */
	readonly #placeOf: Int32Array;
	/** Places and metros of the sites that are stepped at all. */
	readonly #places: Int32Array;
	readonly #metros: Int32Array;
	/** By sector and metro: units a day of all sites, units missing, and the cap that dependencies leave. */
	readonly #unitsPerDay: Float64Array;
	readonly #missing: Float64Array;
	readonly #cap: Float64Array;
	#leastCap = 1;
	/** By sector and zone: share of a day's demand that falls into the step. */
	readonly #demand: Float64Array;
	/** By release: hosts that it concerns, and those of them that are down. */
	readonly #fleet: Float64Array;
	#hasBegun = false;
	/** Of the site that {@link #weightedDown} looked at last. */
	#compromised = 0;
	readonly #down: Float64Array;
	readonly #release: Int8Array;
	/** By group and class: share of the work that stops for want of the control plane; null: none anywhere. */
	#stopped: Float64Array | null = null;

	constructor(world: World, zones: Zones, activeSites: ActiveSites, surroundings: Surroundings | null) {
		const { model } = world;
		this.#world = world;
		this.#surroundings = surroundings;
		this.#zones = zones;
		this.#sites = activeSites;
		this.#values = new ServiceValues(world);
		const places = model.sectors.length * model.metros.length;
		this.#placeOf = Int32Array.from(
			model.sites.sector,
			(sector, site) => sector * model.metros.length + model.sites.metro[site]!
		);
		this.#places = distinct(activeSites.all.map((site) => this.#placeOf[site]!));
		this.#metros = distinct(activeSites.all.map((site) => model.sites.metro[site]!));
		this.#missing = new Float64Array(places);
		this.#cap = new Float64Array(places);
		this.#unitsPerDay = new Float64Array(places);
		for (let site = 0; site < model.sites.count; site++) {
			this.#unitsPerDay[this.#placeOf[site]!]! += model.sites.unitsPerDay[site]!;
		}
		this.#demand = new Float64Array(model.sectors.length * zones.offsetMin.length);
		this.#fleet = new Float64Array(model.releases.length);
		this.#down = new Float64Array(model.releases.length);
		this.#release = releaseOfCells(model);
	}

	/** Steps the services of the active sites from `fromMin` to `toMin`, and marks sites that are whole again as inactive. */
	run(fromMin: number, toMin: number, valuesVersion: number, unrest: (site: number) => number): void {
		const world = this.#world;
		const { sites } = world.model;
		const zones = this.#zones.offsetMin.length;
		if (!this.#hasBegun) this.#begin();
		this.#values.prepare(toMin - fromMin, valuesVersion);
		this.#prepareDemand(fromMin, toMin - fromMin);
		this.#missing.fill(0);
		this.#down.fill(0);
		this.#stopped = stoppedShares(world);
		const { services, serviceCount } = this.#sites;
		for (let i = 0; i < serviceCount; i++) {
			const site = services[i]!;
			const place = this.#placeOf[site]!;
			const isQuiet = this.#sites.isOnlyExposed(site) && this.#stopped === null;
			if (isQuiet && this.#isWhole(site) && this.#cap[place] === 1) continue;
			const reachable = this.#sites.isReachable(site);
			const hostsDown = reachable ? this.#weightedDown(site) : 0;
			const down = this.#stopped === null ? hostsDown : this.#withStopped(site, hostsDown, this.#stopped);
			if (reachable && this.#compromised > 0) {
				const perDayUsd = this.#compromised * this.#values.breachPerDayUsd[sites.group[site]!]!;
				world.lossCents[site]! += cents((perDayUsd * (toMin - fromMin)) / DAY_MIN);
			}
			const unitsPerDay = sites.unitsPerDay[site]!;
			const zone = this.#zones.ofMetro[sites.metro[site]!]!;
			const demand = unitsPerDay * this.#demand[sites.sector[site]! * zones + zone]!;
			const settled = stepService(
				world,
				this.#values,
				site,
				toMin,
				toMin - fromMin,
				down,
				this.#cap[place]!,
				demand
			);
			this.#missing[place]! += (1 - world.output[site]!) * unitsPerDay;
			if (settled && !(reachable && unrest(site) !== REST)) world.active[site] = 0;
		}
		for (const place of this.#places) {
			const whole = this.#unitsPerDay[place]!;
			world.shortfall[place] = whole > 0 ? this.#missing[place]! / whole : 0;
		}
		this.#surroundings?.afterServices(world, toMin, this.#down);
		this.#wakeDependents();
		this.#stepVendors(toMin - fromMin);
	}

	/** Whether stepping a service that nothing acts on would change nothing. */
	#isWhole(site: number): boolean {
		const { level, output, backlogUnits } = this.#world;
		return level[site] === 1 && output[site] === 1 && backlogUnits[site] === 0;
	}

	/** Not before the first step: orders at minute 0 may still move hosts to a second vendor. */
	#begin(): void {
		this.#hasBegun = true;
		this.#prepareCaps();
		const { counts, model } = this.#world;
		for (let cell = 0; cell < model.cells.count; cell++) {
			const release = this.#release[cell]!;
			if (release === NO_RELEASE) continue;
			for (let c = 0; c <= HELD; c++) this.#fleet[release]! += counts[cell * CELL_STRIDE + c]!;
			this.#fleet[release]! += otherHostsAt(this.#world, cell);
		}
	}

	/** Share of a site's hosts that is down, each class weighted by how critical it is to the service. */
	#weightedDown(site: number): number {
		const { counts } = this.#world;
		const { sites } = this.#world.model;
		const { hostWeight } = this.#values;
		const end = sites.cellStart[site + 1]!;
		let share = 0;
		let compromised = 0;
		for (let cell = sites.cellStart[site]!; cell < end; cell++) {
			const at = cell * CELL_STRIDE;
			if (counts[at + IN_FLIGHT] === 0) continue;
			const down = downAt(counts, at) + otherDownAt(this.#world, cell);
			this.#down[this.#release[cell]!]! += down;
			compromised += counts[at + COMPROMISED]!;
			share += hostWeight[cell]! * (down + counts[at + COMPROMISED]! + isolatedAt(this.#world, cell));
		}
		this.#compromised = compromised;
		return share;
	}

	/** What stops for want of the control plane on hosts that are in service, on top of the share that is not. */
	#withStopped(site: number, hostsDown: number, stopped: Float64Array): number {
		const { counts, model } = this.#world;
		const { hostWeight } = this.#values;
		const group = model.sites.group[site]! * CLASS_COUNT;
		let share = hostsDown;
		for (let cell = model.sites.cellStart[site]!; cell < model.sites.cellStart[site + 1]!; cell++) {
			const at = cell * CELL_STRIDE;
			const out = downAt(counts, at) + otherDownAt(this.#world, cell);
			const idle = out + counts[at + COMPROMISED]! + isolatedAt(this.#world, cell);
			const working = model.cells.hosts[cell]! - idle;
			share += hostWeight[cell]! * working * stopped[group + model.cells.hostClass[cell]!]!;
		}
		return Math.min(1, share);
	}

	#prepareDemand(fromMin: number, stepMin: number): void {
		const { model } = this.#world;
		const { offsetMin } = this.#zones;
		offsetMin.forEach((offset, zone) => {
			const hour = hourOfDay(localWeekMinute(model, fromMin, offset));
			model.sectors.forEach(({ demandByHour }, sector) => {
				this.#demand[sector * offsetMin.length + zone] = (demandByHour[hour]! * stepMin) / HOUR_MIN;
			});
		});
	}

	/** What other sectors of a metro leave of a service since the last round: the weakest of what it depends on. Nearly
	 * whole counts as whole. */
	#prepareCaps(): void {
		const { dependencies, metros } = this.#world.model;
		this.#cap.fill(1);
		this.#leastCap = 1;
		for (const { sector, on, weight } of dependencies) {
			for (const metro of this.#metros) {
				const left = 1 - weight * this.#world.shortfall[on * metros.length + metro]!;
				const place = sector * metros.length + metro;
				if (left >= WHOLE) continue;
				if (left < this.#cap[place]!) this.#cap[place] = left;
				if (left < this.#leastCap) this.#leastCap = left;
			}
		}
	}

	/** Services that are whole themselves become active when what they depend on is not. */
	#wakeDependents(): void {
		const { active } = this.#world;
		this.#prepareCaps();
		if (this.#leastCap >= FELT) return;
		for (const site of this.#sites.all) {
			if (active[site] === 0 && this.#cap[this.#placeOf[site]!]! < FELT) active[site] = 1;
		}
	}

	#stepVendors(stepMin: number): void {
		this.#world.model.releases.forEach((_, release) => {
			const fleet = this.#fleet[release]!;
			const down = this.#down[release]!;
			clearVendor(this.#world, release, down);
			stepTrust(this.#world, release, stepMin, down, fleet);
		});
	}
}

function distinct(numbers: Int32Array): Int32Array {
	return Int32Array.from(new Set(numbers));
}
