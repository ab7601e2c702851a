import { hourOfDay, isWeekend, localWeekMinute } from './activity.ts';
import type { Chances } from './chances.ts';
import { CELL_STRIDE, WAITING_FOR_HANDS } from './columns.ts';
import type { Draws } from './draws.ts';
import { exp } from './exact/exp.ts';
import { STARTS_TO } from './flows.ts';
import { HOST_CLASSES } from './model.ts';
import { REPAIR_ORDERS } from './parameters.ts';
import { streamKeys, uniform } from './random/hash.ts';
import { STREAM } from './streams.ts';
import { valueAt } from './values.ts';
import type { World } from './world.ts';

const DAY_STARTS_HOUR = 7;
const DAY_ENDS_HOUR = 20;
/** A technician that a site does not have all the time is there for a visit of this length. */
const VISIT_MIN = 240;

const FIRST_CLASS = {
	asTheyCome: -1,
	serversFirst: HOST_CLASSES.indexOf('server'),
	kiosksFirst: HOST_CLASSES.indexOf('kiosk'),
	laptopsFirst: HOST_CLASSES.indexOf('laptop')
} as const satisfies Record<(typeof REPAIR_ORDERS)[number], number>;

/** Hands for repairs: how many technicians each site has at work, and which hosts they take on next. */
export class Technicians {
	/** By site: technicians on a weekday at noon. */
	readonly #staff: Float64Array;
	readonly #world: World;
	readonly #hosts: Float64Array;
	readonly #keys = new Int32Array(2);
	#visit = -1;
	#version = -1;

	constructor(world: World) {
		const { sites, cells } = world.model;
		this.#world = world;
		this.#staff = new Float64Array(sites.count);
		this.#hosts = new Float64Array(sites.count);
		for (let cell = 0; cell < cells.count; cell++) this.#hosts[cells.site[cell]!]! += cells.hosts[cell]!;
	}

	/** Brings staffing up to date; hosts for each technician are log-normal over organisations (spread fitted). */
	prepare(minute: number, valuesVersion: number): void {
		const world = this.#world;
		const visit = Math.floor(minute / VISIT_MIN);
		if (visit !== this.#visit) {
			this.#visit = visit;
			streamKeys(world.seed, STREAM.shift, visit * VISIT_MIN, this.#keys);
		}
		if (valuesVersion === this.#version) return;
		this.#version = valuesVersion;
		const { sites } = world.model;
		const sigma = valueAt(world, 'repair.staffingSigma', 0);
		for (let site = 0; site < sites.count; site++) {
			const perTechnician = valueAt(world, 'repair.hostsPerTechnician', sites.group[site]!);
			this.#staff[site] = (this.#hosts[site]! / perTechnician) * exp(sigma * sites.staffingScore[site]!);
		}
	}

	/** Technicians at work at a site at `minute`, as a mean. */
	atWork(site: number, minute: number): number {
		const { model } = this.#world;
		const group = model.sites.group[site]!;
		const local = localWeekMinute(model, minute, model.metros[model.sites.metro[site]!]!.utcOffsetMin);
		const hour = hourOfDay(local);
		const night = hour < DAY_STARTS_HOUR || hour >= DAY_ENDS_HOUR;
		const shift =
			(night ? valueAt(this.#world, 'repair.nightShare', group) : 1) *
			(isWeekend(local) ? valueAt(this.#world, 'repair.weekendShare', group) : 1);
		return this.#staff[site]! * shift;
	}

	/** The same in whole people: a part of a technician is there on that part of visits. */
	present(site: number, minute: number, lent: number): number {
		const mean = this.atWork(site, minute) + lent;
		return Math.floor(mean + uniform(this.#keys[0]!, this.#keys[1]!, site));
	}

	/**
	 * Begins repairs at a site for `free` technicians, in the order that its group has chosen; parts of a repair
	 * begin on that part of steps. Returns how many hosts still wait.
	 */
	start(
		site: number,
		draws: Draws,
		chances: Chances,
		release: number,
		free: number,
		waiting: number
	): number {
		const world = this.#world;
		const { sites, cells } = world.model;
		const group = sites.group[site]!;
		const first = FIRST_CLASS[REPAIR_ORDERS[valueAt(world, 'repair.order', group)]!];
		const end = sites.cellStart[site + 1]!;
		let hands = free;
		let ahead = waiting;
		let left = waiting;
		for (let pass = first < 0 ? 1 : 0; pass < 2; pass++) {
			for (let cell = sites.cellStart[site]!; cell < end && hands > 0; cell++) {
				const hostClass = cells.hostClass[cell]!;
				if (first >= 0 && (hostClass === first) !== (pass === 0)) continue;
				const at = cell * CELL_STRIDE;
				const queue = world.counts[at + WAITING_FOR_HANDS]!;
				if (queue === 0) continue;
				const perHand = chances.startsPerHand[chances.row(release, group, hostClass)]!;
				// The preferred class gets every hand; the others share what is left by the length of their queues.
				const part = pass === 0 ? hands : (hands * queue) / ahead;
				const begun = Math.min(queue, Math.floor(part * perHand + draws.uniform(STREAM.start, cell)));
				world.counts[at + WAITING_FOR_HANDS] = queue - begun;
				world.counts[at + STARTS_TO]! += begun;
				hands -= begun / perHand;
				ahead -= queue;
				left -= begun;
			}
		}
		return left;
	}
}
