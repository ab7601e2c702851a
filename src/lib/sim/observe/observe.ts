import { ASLEEP, CELL_STRIDE, EVER_COMPROMISED, EVER_CRASHED, PROTECTED } from '../world/columns.ts';
import { byId, type Frame, type HostCounts, type HostTally } from './frame.ts';
import { CLASS_COUNT, HOST_CLASSES } from '../model.ts';
import { observeReleases, observeServices } from './observe-services.ts';
import { Sleepers } from '../hosts/sleepers.ts';
import { hostsInOther, SEEN } from '../other-defects/columns.ts';
import { HOST_STATES } from '../table/states.ts';
import { HOST_TABLE } from '../table/tables.ts';
import { NO_RELEASE, releaseOfCells } from '../world/release-of-cell.ts';
import { MINUTE, type World } from '../world/world.ts';

const IS_DOWN = HOST_TABLE.tags.down;
const EVER_CRASHED_AT = HOST_STATES.length;
const EVER_COMPROMISED_AT = EVER_CRASHED_AT + 1;
/** Numbers of one tally: hosts by state, ever crashed, ever compromised. */
const WIDTH = EVER_COMPROMISED_AT + 1;
const NO_ORGANISATION = -1;

/** What the world looks like at its present minute. */
export function observe(world: World): Frame {
	return new Observer(world).frame();
}

/**
 * Looks at one world again and again. Each cell is added to three tallies, its kind's (vendor, sector and class
 * together), its country's and its organisation's; what is shown by vendor, sector or class is added up from kinds.
 */
export class Observer {
	readonly #world: World;
	/** By cell: its kind. */
	readonly #kind: Uint16Array;
	/** By metro: its country's place among those that have metros. */
	readonly #country: Uint16Array;
	readonly #countries: readonly string[];
	/** By cell: the release that concerns it. */
	readonly #release: Int8Array;
	readonly #byKind: Float64Array;
	readonly #byCountry: Float64Array;
	readonly #byOrganisation: Float64Array;

	constructor(world: World) {
		this.#world = world;
		const { model } = world;
		const { cells, sites, vendors, sectors, organisations, metros } = model;
		this.#countries = [...new Set(metros.map(({ country }) => country))];
		const places = new Map(this.#countries.map((country, index) => [country, index]));
		this.#country = Uint16Array.from(metros, ({ country }) => places.get(country)!);
		this.#release = releaseOfCells(model);
		this.#kind = Uint16Array.from(cells.site, (site, cell) => {
			return (
				(cells.vendor[cell]! * sectors.length + sites.sector[site]!) * CLASS_COUNT + cells.hostClass[cell]!
			);
		});
		this.#byKind = new Float64Array(vendors.length * sectors.length * CLASS_COUNT * WIDTH);
		this.#byCountry = new Float64Array(this.#countries.length * WIDTH);
		this.#byOrganisation = new Float64Array(organisations.length * WIDTH);
	}

	/** What it looks like now. */
	frame(): Frame {
		const { model } = this.#world;
		this.#addUp();
		const { vendors, sectors } = model;
		const kinds = (pick: (vendor: number, sector: number, hostClass: number) => boolean) => {
			const sum = new Float64Array(WIDTH);
			for (let kind = 0; kind < this.#byKind.length / WIDTH; kind++) {
				const place = Math.floor(kind / CLASS_COUNT);
				const hostClass = kind - place * CLASS_COUNT;
				if (!pick(Math.floor(place / sectors.length), place % sectors.length, hostClass)) continue;
				for (let i = 0; i < WIDTH; i++) sum[i]! += this.#byKind[kind * WIDTH + i]!;
			}
			return tallyAt(sum, 0);
		};
		const { services, organisations, lossCents, lossCentsByCountry } = observeServices(this.#world);
		return {
			minute: this.#world.clock[MINUTE]!,
			world: kinds(() => true),
			bySector: byId(sectors, (index) => kinds((_, sector) => sector === index)),
			byClass: Object.fromEntries(
				HOST_CLASSES.map((name, index) => [name, kinds((_, __, hostClass) => hostClass === index)])
			),
			byVendor: byId(vendors, (index) => kinds((vendor) => vendor === index)),
			byCountry: Object.fromEntries(
				this.#countries.map((country, index) => [country, tallyAt(this.#byCountry, index)])
			),
			byOrganisation: byId(model.organisations, (index) => tallyAt(this.#byOrganisation, index)),
			services,
			organisations,
			lossCents,
			lossCentsByCountry,
			releases: observeReleases(this.#world)
		};
	}

	#addUp(): void {
		const { model, counts, otherHosts } = this.#world;
		const { cells, sites } = model;
		const sleepers = new Sleepers(this.#world);
		const [byKind, byCountry, byOrganisation] = [this.#byKind, this.#byCountry, this.#byOrganisation];
		for (const sums of [byKind, byCountry, byOrganisation]) sums.fill(0);
		for (let site = 0; site < sites.count; site++) {
			const metro = sites.metro[site]!;
			const country = this.#country[metro]! * WIDTH;
			const organisation =
				sites.organisation[site]! === NO_ORGANISATION ? NO_ORGANISATION : sites.organisation[site]! * WIDTH;
			const end = sites.cellStart[site + 1]!;
			for (let cell = sites.cellStart[site]!; cell < end; cell++) {
				const at = cell * CELL_STRIDE;
				const kind = this.#kind[cell]! * WIDTH;
				const asleep = sleepers.asleep(cell, metro, cells.hostClass[cell]!);
				const up = sleepers.untouched(cell) - asleep;
				byKind[kind + ASLEEP]! += asleep;
				byKind[kind + PROTECTED]! += up;
				byCountry[country + ASLEEP]! += asleep;
				byCountry[country + PROTECTED]! += up;
				if (organisation !== NO_ORGANISATION) {
					byOrganisation[organisation + ASLEEP]! += asleep;
					byOrganisation[organisation + PROTECTED]! += up;
				}
				// Nothing else ever happens to hosts that no release can reach.
				if (this.#release[cell] === NO_RELEASE) continue;
				addStates(byKind, kind, counts, at);
				addStates(byCountry, country, counts, at);
				if (organisation !== NO_ORGANISATION) addStates(byOrganisation, organisation, counts, at);
				if (otherHosts.length === 0) continue;
				for (const { state, seenAs } of SEEN) {
					const hosts = hostsInOther(this.#world, cell, state);
					byKind[kind + seenAs]! += hosts;
					byCountry[country + seenAs]! += hosts;
					if (organisation !== NO_ORGANISATION) byOrganisation[organisation + seenAs]! += hosts;
				}
			}
		}
	}
}

/** Adds a cell's hosts in every state but the two of untouched hosts. */
function addStates(sums: Float64Array, to: number, counts: Int32Array, at: number): void {
	for (let s = PROTECTED + 1; s < HOST_STATES.length; s++) sums[to + s]! += counts[at + s]!;
	sums[to + EVER_CRASHED_AT]! += counts[at + EVER_CRASHED]!;
	sums[to + EVER_COMPROMISED_AT]! += counts[at + EVER_COMPROMISED]!;
}

function tallyAt(sums: Float64Array, index: number): HostTally {
	const at = index * WIDTH;
	const counts = {} as HostCounts;
	let hosts = 0;
	let down = 0;
	HOST_STATES.forEach((state, s) => {
		const count = sums[at + s]!;
		counts[state] = count;
		hosts += count;
		if (IS_DOWN[s] === 1) down += count;
	});
	const everCrashed = sums[at + EVER_CRASHED_AT]!;
	return { hosts, counts, down, everCrashed, everCompromised: sums[at + EVER_COMPROMISED_AT]! };
}
