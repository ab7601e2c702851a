import { ASLEEP, CELL_STRIDE, EVER_COMPROMISED, EVER_CRASHED, PROTECTED } from '../world/columns.ts';
import { CLASS_COUNT, type Model } from '../model.ts';
import { Sleepers } from '../hosts/sleepers.ts';
import { hostsInOther, SEEN } from '../other-defects/columns.ts';
import { HOST_STATES } from '../table/states.ts';
import { NO_RELEASE, releaseOfCells } from '../world/release-of-cell.ts';
import type { World } from '../world/world.ts';

export const EVER_CRASHED_AT = HOST_STATES.length;
export const EVER_COMPROMISED_AT = EVER_CRASHED_AT + 1;
/** Numbers of one tally: hosts by state, ever crashed, ever compromised. */
export const WIDTH = EVER_COMPROMISED_AT + 1;
/** By number of a tally: the column of a cell that it is read from. */
const COLUMNS = Int32Array.of(...HOST_STATES.keys(), EVER_CRASHED, EVER_COMPROMISED);
const NO_ORGANISATION = -1;

/** How the cells of a model are added up. The same for all of its worlds. */
interface Kinds {
	/** By cell: vendor, sector and class as one number. */
	readonly ofCell: Uint16Array;
	readonly count: number;
	/** Countries that have metros; by metro its country's place among them. */
	readonly countries: readonly string[];
	readonly country: Uint16Array;
}

const known = new WeakMap<Model, Kinds>();

export function kindsOf(model: Model): Kinds {
	let kinds = known.get(model);
	if (kinds === undefined) known.set(model, (kinds = workedOut(model)));
	return kinds;
}

function workedOut({ cells, sites, vendors, sectors, metros }: Model): Kinds {
	const countries = [...new Set(metros.map(({ country }) => country))];
	const places = new Map(countries.map((country, index) => [country, index]));
	return {
		ofCell: Uint16Array.from(cells.site, (site, cell) => {
			return (
				(cells.vendor[cell]! * sectors.length + sites.sector[site]!) * CLASS_COUNT + cells.hostClass[cell]!
			);
		}),
		count: vendors.length * sectors.length * CLASS_COUNT,
		countries,
		country: Uint16Array.from(metros, ({ country }) => places.get(country)!)
	};
}

/**
 * Hosts of a world by state, added up by kind (vendor, sector and class together), by country and by organisation. Whole
 * numbers: what sites have added can be taken away again.
 */
export class HostSums {
	readonly byKind: Float64Array;
	readonly byCountry: Float64Array;
	readonly byOrganisation: Float64Array;
	readonly #kinds: Kinds;
	readonly #ofSite = new Float64Array(WIDTH);

	constructor(model: Model) {
		this.#kinds = kindsOf(model);
		this.byKind = new Float64Array(this.#kinds.count * WIDTH);
		this.byCountry = new Float64Array(this.#kinds.countries.length * WIDTH);
		this.byOrganisation = new Float64Array(model.organisations.length * WIDTH);
	}

	/** Becomes a copy of other sums of the same model, or empty. */
	set(other: HostSums | null): void {
		for (const name of ['byKind', 'byCountry', 'byOrganisation'] as const) {
			if (other === null) this[name].fill(0);
			else this[name].set(other[name]);
		}
	}

	/** Adds hosts of a world, of all sites or of some; or, with `sign` −1, takes them away. */
	add(world: World, some: Int32Array | null = null, sign: 1 | -1 = 1): void {
		const { sites } = world.model;
		const sleepers = new Sleepers(world);
		const release = releaseOfCells(world.model);
		const count = some?.length ?? sites.count;
		for (let i = 0; i < count; i++) {
			const site = some?.[i] ?? i;
			this.#ofSite.fill(0);
			this.#addCells(world, site, sleepers, release, sign);
			addTo(this.byCountry, this.#kinds.country[sites.metro[site]!]!, this.#ofSite);
			const organisation = sites.organisation[site]!;
			if (organisation !== NO_ORGANISATION) addTo(this.byOrganisation, organisation, this.#ofSite);
		}
	}

	#addCells(world: World, site: number, sleepers: Sleepers, release: Int8Array, sign: number): void {
		const { model, counts, otherHosts } = world;
		const { cells, sites } = model;
		const [byKind, ofSite] = [this.byKind, this.#ofSite];
		const metro = sites.metro[site]!;
		const end = sites.cellStart[site + 1]!;
		for (let cell = sites.cellStart[site]!; cell < end; cell++) {
			const at = cell * CELL_STRIDE;
			const kind = this.#kinds.ofCell[cell]! * WIDTH;
			const untouched = sleepers.untouched(cell);
			const asleep = sign * sleepers.asleep(cell, metro, cells.hostClass[cell]!);
			const up = sign * untouched - asleep;
			byKind[kind + ASLEEP]! += asleep;
			byKind[kind + PROTECTED]! += up;
			ofSite[ASLEEP]! += asleep;
			ofSite[PROTECTED]! += up;
			// Nothing else ever happens to hosts that no release can reach.
			if (release[cell] === NO_RELEASE) continue;
			for (let s = PROTECTED + 1; s < WIDTH; s++) {
				const hosts = sign * counts[at + COLUMNS[s]!]!;
				if (hosts === 0) continue;
				byKind[kind + s]! += hosts;
				ofSite[s]! += hosts;
			}
			if (otherHosts.length === 0) continue;
			for (const { state, seenAs } of SEEN) {
				const hosts = sign * hostsInOther(world, cell, state);
				byKind[kind + seenAs]! += hosts;
				ofSite[seenAs]! += hosts;
			}
		}
	}
}

function addTo(sums: Float64Array, place: number, ofSite: Float64Array): void {
	const to = place * WIDTH;
	for (let s = 0; s < WIDTH; s++) sums[to + s]! += ofSite[s]!;
}
