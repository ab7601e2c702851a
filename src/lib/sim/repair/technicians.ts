import { hourOfDay, isWeekend, localWeekMinute } from '../hosts/activity.ts';
import type { Chances } from '../hosts/chances.ts';
import { CELL_STRIDE, WAITING_FOR_HANDS } from '../world/columns.ts';
import type { Draws } from '../random/draws.ts';
import { exp } from '../exact/exp.ts';
import { STARTS_TO } from '../hosts/flows.ts';
import { HOST_CLASSES, groupCount } from '../model.ts';
import { REPAIR_ORDERS } from '../parameters.ts';
import { streamKeys, uniform } from '../random/hash.ts';
import { CHANCE_COUNT, STREAM } from '../random/streams.ts';
import { valueAt } from '../values.ts';
import type { World } from '../world/world.ts';
import type { Zones } from '../hosts/zones.ts';

const DAY_STARTS_HOUR = 7;
const DAY_ENDS_HOUR = 20;
/** A technician that a site does not have all the time is there for a visit of this length. */
const VISIT_MIN = 240;

const NIGHT = 1;
const WEEKEND = 2;

const NO_CLASS = -1;
const FIRST_CLASS = {
	asTheyCome: NO_CLASS,
	serversFirst: HOST_CLASSES.indexOf('server'),
	kiosksFirst: HOST_CLASSES.indexOf('kiosk'),
	laptopsFirst: HOST_CLASSES.indexOf('laptop')
} as const satisfies Record<(typeof REPAIR_ORDERS)[number], number>;

/**
 * Who repairs: one team for everything, or a team at consoles for servers and cloud hosts, reached by out-of-band means,
 * and hands that walk from desk to desk.
 */
export type Team = 'all' | 'consoles' | 'desks';

const CONSOLE_CLASSES = Uint8Array.from(HOST_CLASSES, (name) =>
	name === 'server' || name === 'cloud' ? 1 : 0
);

/** Whether hosts of a class are repaired from a console, not at the host. */
export function isAtConsole(hostClass: number): boolean {
	return CONSOLE_CLASSES[hostClass] === 1;
}

/** The technicians who repair hosts: how many each site has at work, and which hosts they take on next. */
export class Technicians {
	/** By site: technicians on a weekday at noon. */
	readonly #staff: Float64Array;
	/** By site: people at the help desk who give out keys, on a weekday at noon. */
	readonly #keyDesk: Float64Array;
	/** By group and zone: those at work now, as a share of a weekday's. */
	readonly #shift: Float64Array;
	/** By zone: what its shift is, of {@link NIGHT} and {@link WEEKEND}. */
	readonly #kindOfShift: Int8Array;
	readonly #firstClass: Int8Array;
	/** By group: share of technicians at consoles. */
	readonly #consoleShare: Float64Array;
	readonly #world: World;
	readonly #zones: Zones;
	/** The sites of which anything is asked. */
	readonly #sites: Int32Array;
	readonly #hosts: Float64Array;
	readonly #keys = new Int32Array(2);
	#visit = -1;
	#version = -1;

	/** @param some the sites that are stepped at all; null: every one */
	constructor(world: World, zones: Zones, some: Int32Array | null = null) {
		const { sites, cells } = world.model;
		this.#sites = some ?? Int32Array.from({ length: sites.count }, (_, site) => site);
		this.#world = world;
		this.#zones = zones;
		this.#staff = new Float64Array(sites.count);
		this.#keyDesk = new Float64Array(sites.count);
		this.#shift = new Float64Array(groupCount(world.model) * zones.offsetMin.length);
		this.#kindOfShift = new Int8Array(zones.offsetMin.length).fill(-1);
		this.#firstClass = new Int8Array(groupCount(world.model));
		this.#consoleShare = new Float64Array(groupCount(world.model));
		this.#hosts = new Float64Array(sites.count);
		for (let cell = 0; cell < cells.count; cell++) this.#hosts[cells.site[cell]!]! += cells.hosts[cell]!;
	}

	/** Brings staffing and shifts up to date; technicians for each host are log-normal over organisations. */
	prepare(minute: number, valuesVersion: number): void {
		const visit = Math.floor(minute / VISIT_MIN);
		if (visit !== this.#visit) {
			this.#visit = visit;
			streamKeys(this.#world.seed, STREAM.shift, visit * VISIT_MIN, this.#keys);
		}
		this.#prepareShifts(minute, valuesVersion !== this.#version);
		if (valuesVersion === this.#version) return;
		this.#version = valuesVersion;
		const { sites } = this.#world.model;
		const sigma = valueAt(this.#world, 'repair.staffingSigma', 0);
		for (const site of this.#sites) {
			const perTechnician = valueAt(this.#world, 'repair.hostsPerTechnician', sites.group[site]!);
			const spread = exp(sigma * sites.staffingScore[site]!);
			this.#staff[site] = (this.#hosts[site]! / perTechnician) * spread;
			const perKeyDesk = valueAt(this.#world, 'repair.hostsPerKeyDesk', sites.group[site]!);
			this.#keyDesk[site] = (this.#hosts[site]! / perKeyDesk) * spread;
		}
		for (let group = 0; group < this.#firstClass.length; group++) {
			this.#consoleShare[group] = valueAt(this.#world, 'repair.consoleShare', group);
			this.#firstClass[group] = FIRST_CLASS[REPAIR_ORDERS[valueAt(this.#world, 'repair.order', group)]!];
		}
	}

	/** Works a zone's shifts out again where its night or weekend has begun or ended. */
	#prepareShifts(minute: number, haveValuesChanged: boolean): void {
		const { offsetMin } = this.#zones;
		for (let zone = 0; zone < offsetMin.length; zone++) {
			const local = localWeekMinute(this.#world.model, minute, offsetMin[zone]!);
			const hour = hourOfDay(local);
			const night = hour < DAY_STARTS_HOUR || hour >= DAY_ENDS_HOUR;
			const weekend = isWeekend(local);
			const kind = (night ? NIGHT : 0) + (weekend ? WEEKEND : 0);
			if (kind === this.#kindOfShift[zone] && !haveValuesChanged) continue;
			this.#kindOfShift[zone] = kind;
			for (let group = 0; group < this.#firstClass.length; group++) {
				this.#shift[group * offsetMin.length + zone] =
					(night ? valueAt(this.#world, 'repair.nightShare', group) : 1) *
					(weekend ? valueAt(this.#world, 'repair.weekendShare', group) : 1);
			}
		}
	}

	/** Technicians at work at a site now, as a mean. */
	atWork(site: number): number {
		return this.#staff[site]! * this.#shiftOf(site);
	}

	/** People at a site's help desk who give out recovery keys now, as a mean; they keep technicians' shifts. */
	atKeyDesk(site: number): number {
		return this.#keyDesk[site]! * this.#shiftOf(site);
	}

	#shiftOf(site: number): number {
		const { sites } = this.#world.model;
		const zone = this.#zones.ofMetro[sites.metro[site]!]!;
		return this.#shift[sites.group[site]! * this.#zones.offsetMin.length + zone]!;
	}

	/** Whether it is a weekday's working time where the site stands. */
	isWorkingTime(site: number): boolean {
		return this.#kindOfShift[this.#zones.ofMetro[this.#world.model.sites.metro[site]!]!] === 0;
	}

	hasConsoleTeam(site: number): boolean {
		return this.#consoleShare[this.#world.model.sites.group[site]!]! > 0;
	}

	/** Technicians who are there, in whole people, but for a team at consoles: a fraction of one is there on that share of visits. */
	present(site: number, lent: number): number {
		const atDesks = this.atWork(site) * (1 - this.#consoleShare[this.#world.model.sites.group[site]!]!);
		return Math.floor(atDesks + lent + uniform(this.#keys[0]!, this.#keys[1]!, site));
	}

	/** The team at consoles, in whole people. */
	presentAtConsoles(site: number): number {
		const { sites } = this.#world.model;
		const atConsoles = this.atWork(site) * this.#consoleShare[sites.group[site]!]!;
		return Math.floor(atConsoles + uniform(this.#keys[0]!, this.#keys[1]!, sites.count + site));
	}

	/**
	 * Begins repairs at a site for `free` technicians of a team, in the order that its group has chosen. Parts of a repair
	 * add up over the cells from one random start, so that on the mean neither a cell nor the site begins more or fewer
	 * than its technicians can do. Hands at desks help at servers where these come first.
	 */
	start(site: number, draws: Draws, chances: Chances, release: number, free: number, team: Team): void {
		const { model, counts } = this.#world;
		const { sites, cells } = model;
		const group = sites.group[site]!;
		const first = this.#firstClass[group]!;
		const end = sites.cellStart[site + 1]!;
		const isOwn = (hostClass: number) =>
			team === 'all' || isAtConsole(hostClass) === (team === 'consoles') || hostClass === first;
		let ahead = 0;
		for (let cell = sites.cellStart[site]!; cell < end; cell++) {
			if (isOwn(cells.hostClass[cell]!)) ahead += counts[cell * CELL_STRIDE + WAITING_FOR_HANDS]!;
		}
		let available = free;
		let sum = draws.uniform(STREAM.start, team === 'consoles' ? sites.count + site : site);
		for (let pass = first === NO_CLASS ? 1 : 0; pass < 2; pass++) {
			for (let cell = sites.cellStart[site]!; cell < end && available > 0; cell++) {
				const hostClass = cells.hostClass[cell]!;
				if (!isOwn(hostClass)) continue;
				if (first !== NO_CLASS && (hostClass === first) !== (pass === 0)) continue;
				const at = cell * CELL_STRIDE;
				const queue = counts[at + WAITING_FOR_HANDS]!;
				if (queue === 0) continue;
				const perTechnician = chances.startsPerHand[chances.row(release, group, hostClass) / CHANCE_COUNT]!;
				// The preferred class comes first; the others share the technicians left by the length of their queues.
				const part = pass === 0 ? available : (available * queue) / ahead;
				const share = Math.min(queue, part * perTechnician);
				const begun = Math.floor(sum + share) - Math.floor(sum);
				counts[at + WAITING_FOR_HANDS] = queue - begun;
				counts[at + STARTS_TO]! += begun;
				sum += share;
				available -= share / perTechnician;
				ahead -= queue;
			}
		}
	}
}
