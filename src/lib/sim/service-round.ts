import { CRASHED, CELL_STRIDE, UNDER_REPAIR } from './columns.ts';
import { CLASS_COUNT } from './model.ts';
import { dependencyCap, stepService, weightedDown } from './services.ts';
import { clearVendor, stepTrust } from './vendor.ts';
import type { World } from './world.ts';

/** A cap below this wakes the services that depend on what is missing. */
const FELT = 0.995;

/** One step of every service that has anything wrong with it, then of what depends on the whole: cascades and trust. */
export class ServiceRound {
	readonly #world: World;
	/** By sector and metro: units a day of all sites. */
	readonly #unitsPerDay: Float64Array;
	readonly #missing: Float64Array;
	readonly #totals = new Float64Array(CLASS_COUNT * 2);
	readonly #fleet: Float64Array;
	readonly #dependent: boolean[];

	constructor(world: World) {
		const { model } = world;
		this.#world = world;
		this.#missing = new Float64Array(model.sectors.length * model.metros.length);
		this.#unitsPerDay = new Float64Array(this.#missing.length);
		for (let site = 0; site < model.sites.count; site++) {
			this.#unitsPerDay[this.#place(site)]! += model.sites.unitsPerDay[site]!;
		}
		this.#fleet = new Float64Array(model.vendors.length);
		for (let cell = 0; cell < model.cells.count; cell++) {
			this.#fleet[model.cells.vendor[cell]!]! += model.cells.hosts[cell]!;
		}
		this.#dependent = model.sectors.map((_, sector) =>
			model.dependencies.some((edge) => edge.sector === sector)
		);
	}

	/** Steps the services of the active sites from `fromMin` to `toMin`, and lets sites that are whole again rest. */
	run(
		active: Int32Array,
		count: number,
		fromMin: number,
		toMin: number,
		isInFlight: (site: number) => boolean
	): void {
		const world = this.#world;
		const { sites } = world.model;
		this.#missing.fill(0);
		for (let i = 0; i < count; i++) {
			const site = active[i]!;
			const down = weightedDown(world, site, this.#totals);
			const cap = dependencyCap(world, sites.sector[site]!, sites.metro[site]!);
			const settled = stepService(world, site, toMin, toMin - fromMin, down, cap);
			this.#missing[this.#place(site)]! += (1 - world.output[site]!) * sites.unitsPerDay[site]!;
			if (settled && !isInFlight(site)) world.active[site] = 0;
		}
		for (let i = 0; i < this.#missing.length; i++) {
			world.shortfall[i] = this.#unitsPerDay[i]! > 0 ? this.#missing[i]! / this.#unitsPerDay[i]! : 0;
		}
		this.#wakeDependents();
		this.#stepVendors(toMin - fromMin);
	}

	#place(site: number): number {
		const { sites, metros } = this.#world.model;
		return sites.sector[site]! * metros.length + sites.metro[site]!;
	}

	/** Services with nothing wrong of their own are touched when what they depend on is. */
	#wakeDependents(): void {
		const { model, active } = this.#world;
		for (let site = 0; site < model.sites.count; site++) {
			const sector = model.sites.sector[site]!;
			if (active[site] === 1 || !this.#dependent[sector]) continue;
			if (dependencyCap(this.#world, sector, model.sites.metro[site]!) < FELT) active[site] = 1;
		}
	}

	#stepVendors(stepMin: number): void {
		const { model, counts } = this.#world;
		const down = new Float64Array(model.vendors.length);
		for (let cell = 0; cell < model.cells.count; cell++) {
			const at = cell * CELL_STRIDE;
			for (let c = CRASHED; c <= UNDER_REPAIR; c++) down[model.cells.vendor[cell]!]! += counts[at + c]!;
		}
		model.releases.forEach(({ vendor }, release) => {
			const fleet = this.#fleet[vendor]!;
			clearVendor(this.#world, release, down[vendor]!);
			stepTrust(this.#world, release, stepMin, fleet > 0 ? down[vendor]! / fleet : 0);
		});
	}
}
