import { CLASS_COUNT, type CellTable, type SiteTable } from '../../sim/model.ts';
import type { Scenario } from '../scenario.ts';
import type { OwnSite } from './carve.ts';

const NONE = -1;

/** Collects sites and their cells in index order. */
export class Tables {
	readonly #scenario: Scenario;
	readonly #metro: number[] = [];
	readonly #sector: number[] = [];
	readonly #organisation: number[] = [];
	/** Vendor of a stratum, or NONE. */
	readonly #stratumOf: number[] = [];
	/** Size of a stratum's organisations, from −1 to 1. */
	readonly #size: number[] = [];
	readonly #siteHosts: number[] = [];
	readonly #cellStart: number[] = [0];
	readonly #site: number[] = [];
	readonly #hostClass: number[] = [];
	readonly #vendor: number[] = [];
	readonly #hosts: number[] = [];

	constructor(scenario: Scenario) {
		this.#scenario = scenario;
	}

	/** Organisations of one metro, sector and vendor that are staffed alike; `hosts` by class, `size` from −1 to 1. */
	addStratum(metro: number, sector: number, vendor: number, hosts: readonly number[], size: number): void {
		this.#cells(vendor, hosts, false);
		this.#close(metro, sector, NONE, vendor, size);
	}

	/** The hosts of vendors without a release: by vendor and class, null for the others. */
	addBystanders(metro: number, sector: number, hosts: readonly (readonly number[] | null)[]): void {
		hosts.forEach((byClass, vendor) => byClass && this.#cells(vendor, byClass, false));
		this.#close(metro, sector, NONE, NONE);
	}

	/** A named organisation's site. It keeps cells without hosts: a second vendor may move in. */
	addOwn({ metro, sector, organisation, hosts }: OwnSite): void {
		for (let vendor = 0; vendor < this.#scenario.vendors.length; vendor++) {
			this.#cells(vendor, hosts.slice(vendor * CLASS_COUNT, (vendor + 1) * CLASS_COUNT), true);
		}
		this.#close(metro, sector, organisation, NONE);
	}

	/**
	 * The tables. Of a sector's strata of one vendor, `staffing` gives the staffing scores, by hosts and sizes, and
	 * `coverage` the coverage scores of every class, by hosts.
	 */
	finish(
		staffing: (hosts: readonly number[], sizes: readonly number[]) => number[],
		coverage: (hosts: readonly number[]) => number[][]
	): {
		sites: SiteTable;
		cells: CellTable;
	} {
		const { sectors } = this.#scenario;
		const sites: SiteTable = {
			count: this.#metro.length,
			metro: Uint16Array.from(this.#metro),
			sector: Uint8Array.from(this.#sector),
			group: Uint8Array.from(this.#sector, (sector, site) => {
				const organisation = this.#organisation[site]!;
				return organisation === NONE ? sector : sectors.length + organisation;
			}),
			organisation: Int16Array.from(this.#organisation),
			staffingScore: this.#staffing(staffing),
			size: Float64Array.from(this.#size),
			unitsPerDay: this.#units(),
			cellStart: Int32Array.from(this.#cellStart)
		};
		const cells: CellTable = {
			count: this.#site.length,
			site: Int32Array.from(this.#site),
			hostClass: Uint8Array.from(this.#hostClass),
			vendor: Uint8Array.from(this.#vendor),
			hosts: Int32Array.from(this.#hosts),
			coverageScore: this.#coverage(coverage)
		};
		return { sites, cells };
	}

	#cells(vendor: number, hosts: readonly number[], keepEmpty: boolean): void {
		hosts.forEach((count, hostClass) => {
			if (count === 0 && !keepEmpty) return;
			this.#site.push(this.#metro.length);
			this.#hostClass.push(hostClass);
			this.#vendor.push(vendor);
			this.#hosts.push(count);
		});
	}

	/** Ends the site that the last cells belong to; a site without cells is none. */
	#close(metro: number, sector: number, organisation: number, stratumOf: number, size = 0): void {
		const start = this.#cellStart[this.#cellStart.length - 1]!;
		const end = this.#site.length;
		if (end === start) return;
		let hosts = 0;
		for (let cell = start; cell < end; cell++) hosts += this.#hosts[cell]!;
		this.#metro.push(metro);
		this.#sector.push(sector);
		this.#organisation.push(organisation);
		this.#stratumOf.push(stratumOf);
		this.#size.push(size);
		this.#siteHosts.push(hosts);
		this.#cellStart.push(end);
	}

	#staffing(scores: (hosts: readonly number[], sizes: readonly number[]) => number[]): Float64Array {
		const staffing = Float64Array.from(this.#organisation, (organisation) =>
			organisation === NONE ? 0 : this.#scenario.organisations[organisation]!.staffingScore
		);
		for (const strata of this.#peers()) {
			const found = scores(
				strata.map((site) => this.#siteHosts[site]!),
				strata.map((site) => this.#size[site]!)
			);
			strata.forEach((site, index) => (staffing[site] = found[index]!));
		}
		return staffing;
	}

	/** By cell; 0 for named organisations, which say their own coverage. */
	#coverage(scores: (hosts: readonly number[]) => number[][]): Float64Array {
		const coverage = new Float64Array(this.#site.length);
		for (const strata of this.#peers()) {
			const found = scores(strata.map((site) => this.#siteHosts[site]!));
			strata.forEach((site, index) => {
				for (let cell = this.#cellStart[site]!; cell < this.#cellStart[site + 1]!; cell++)
					coverage[cell] = found[index]![this.#hostClass[cell]!]!;
			});
		}
		return coverage;
	}

	/** The strata of each vendor and sector, in index order. */
	#peers(): number[][] {
		return this.#scenario.vendors.flatMap((_, vendor) =>
			this.#scenario.sectors.map((_, sector) =>
				this.#stratumOf.flatMap((of, site) => (of === vendor && this.#sector[site] === sector ? [site] : []))
			)
		);
	}

	/** A sector's units a day, divided among its sites by their hosts. */
	#units(): Float64Array {
		const inSector = this.#scenario.sectors.map(() => 0);
		this.#siteHosts.forEach((hosts, site) => (inSector[this.#sector[site]!]! += hosts));
		return Float64Array.from(this.#siteHosts, (hosts, site) => {
			const sector = this.#sector[site]!;
			return inSector[sector]! > 0
				? (this.#scenario.sectors[sector]!.unitsPerDay * hosts) / inSector[sector]!
				: 0;
		});
	}
}
