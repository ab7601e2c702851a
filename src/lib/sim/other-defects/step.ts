import type { Activity } from '../hosts/activity.ts';
import { logOfLikelier } from '../random/binomial.ts';
import type { Draws } from '../random/draws.ts';
import { STREAM, type StreamName } from '../random/streams.ts';
import * as column from '../world/columns.ts';
import { NEVER, type World } from '../world/world.ts';
import type { OtherChances } from './chances.ts';
import {
	CARRYING,
	CARRYING_ASLEEP,
	IMPLANTED,
	IMPLANTED_ASLEEP,
	ISOLATED,
	otherStride,
	RESTARTING,
	WIPED
} from './columns.ts';
import * as to from './targets.ts';

/** What goes to or from which column, for hosts in which something waits. */
const DORMANT = [
	{ awake: CARRYING, asleep: CARRYING_ASLEEP },
	{ awake: IMPLANTED, asleep: IMPLANTED_ASLEEP }
] as const;

/** What holds for a cell in a step. */
export interface CellStep {
	readonly cell: number;
	readonly release: number;
	/** Row of its chances. */
	readonly row: number;
	/** Row of its zone and class in the activity table. */
	readonly habit: number;
	/** Staff leave hosts off. */
	readonly stayOff: boolean;
}

/**
 * One step of the hosts of one cell for a release that needs more than the host's own machine. The order is part of the
 * model, and the per-host oracle keeps it: those that were hit move on; what waits takes effect; what was being fetched
 * is installed, or what hosts have expires. (How rings reach hosts, and how those look for content, is as ever.)
 */
export class OtherStep {
	readonly #world: World;
	readonly #counts: Int32Array;
	readonly #hosts: Int32Array;
	readonly #draws: Draws;
	readonly #chances: OtherChances;
	readonly #activity: Activity;
	readonly #effects: readonly to.Effects[];
	/** Columns of a cell. */
	readonly #stride: number;
	#minute = 0;

	constructor(world: World, draws: Draws, chances: OtherChances, activity: Activity) {
		this.#world = world;
		this.#counts = world.counts;
		this.#hosts = world.otherHosts;
		this.#draws = draws;
		this.#chances = chances;
		this.#activity = activity;
		this.#stride = otherStride(world.model);
		this.#effects = world.model.releases.map(to.effectsOf);
	}

	prepare(minute: number, stepMin: number): void {
		this.#minute = minute;
		this.#chances.prepare(minute, stepMin);
	}

	/** Hosts of a cell on which something waits. */
	dormantHosts(cell: number): number {
		if (this.#hosts.length === 0) return 0;
		const at = cell * this.#stride;
		return DORMANT.reduce(
			(sum, { awake, asleep }) => sum + this.#hosts[at + awake]! + this.#hosts[at + asleep]!,
			0
		);
	}

	/** Hosts that were hit, or can be helped before they are; each makes at most one move in a step. */
	recover({ cell, release, row }: CellStep): void {
		if (this.#hosts.length === 0) return;
		const at = cell * this.#stride;
		if (this.#stride > RESTARTING) {
			const starting = this.#hosts[at + RESTARTING]!;
			const done = this.#take('restartingExit', cell, starting, row);
			this.#moveTo(cell, release, RESTARTING, to.FALL_BACK_TO, done);
		}
		const wiped = this.#hosts[at + WIPED]!;
		if (wiped > 0)
			this.#moveTo(cell, release, WIPED, to.WIPED_TO_HANDS, this.#take('wipedExit', cell, wiped, row));
		const isolated = this.#hosts[at + ISOLATED]!;
		if (isolated > 0) {
			const leave = this.#take('isolatedExit', cell, isolated, row);
			const released = this.#take('isolatedReleased', cell, leave, row);
			this.#moveTo(cell, release, ISOLATED, to.LET_GO_TO, released);
			this.#moveTo(cell, release, ISOLATED, to.ISOLATED_TO_HANDS, leave - released);
		}
		const implanted = this.#hosts[at + IMPLANTED]!;
		if (implanted > 0)
			this.#moveTo(
				cell,
				release,
				IMPLANTED,
				to.IMPLANT_FOUND_TO,
				this.#take('implantFound', cell, implanted, row)
			);
		const carrying = this.#hosts[at + CARRYING]!;
		if (carrying > 0)
			this.#moveTo(cell, release, CARRYING, to.REVERTED_TO, this.#take('reverted', cell, carrying, row));
	}

	/** What waits takes effect on hosts that are on; `online` is the share of them when it may for the first time. */
	trigger(step: CellStep, online: () => number): void {
		if (this.#hosts.length === 0 || !this.#chances.isDue(step.release, this.#minute)) return;
		for (const { awake, asleep } of DORMANT) {
			const at = step.cell * this.#stride;
			if (this.#hosts[at + awake]! + this.#hosts[at + asleep]! === 0) continue;
			if (this.#chances.becomesDue(step.release, this.#minute)) {
				const share = online();
				const all = this.#hosts[at + awake]!;
				const on = this.#draws.binomial(STREAM.dormantOnline, step.cell, all, share, logOfLikelier(share));
				this.#hosts[at + awake] = on;
				this.#hosts[at + asleep]! += all - on;
			}
			const on = this.#hosts[at + awake]!;
			const off = this.#hosts[at + asleep]!;
			const struck = this.#take('trigger', step.cell, on, step.row);
			if (awake === IMPLANTED) this.#activate(step, struck);
			else {
				this.#hosts[at + CARRYING]! -= struck;
				this.#takeEffect(step, this.#effects[step.release]!.triggered, 'Triggered', struck);
			}
			this.#sleepAndWake(step, at, awake, asleep, on - struck, off);
		}
	}

	#activate({ cell, release, row }: CellStep, struck: number): void {
		const wiped = this.#take('wipe', cell, struck, row);
		this.#moveTo(cell, release, IMPLANTED, to.WIPED_TO, wiped);
		this.#moveTo(cell, release, IMPLANTED, to.ACTIVATED_TO, struck - wiped);
	}

	#sleepAndWake(step: CellStep, at: number, awake: number, asleep: number, on: number, off: number): void {
		if (!this.#activity.isDue) return;
		const { cell, habit, stayOff } = step;
		const { sleep, sleepLog, wake, wakeLog } = this.#activity;
		const sleeps = this.#draws.binomial(STREAM.dormantSleep, cell, on, sleep[habit]!, sleepLog[habit]!);
		const wakes = stayOff
			? 0
			: this.#draws.binomial(STREAM.dormantWake, cell, off, wake[habit]!, wakeLog[habit]!);
		this.#hosts[at + awake]! += wakes - sleeps;
		this.#hosts[at + asleep]! += sleeps - wakes;
	}

	/** What hosts of a cell were fetching is in use on `done` of them. */
	install(step: CellStep, done: number): void {
		const { release, cell, row } = step;
		const { defect, dormantUntilMin } = this.#world.model.releases[release]!;
		this.#counts[cell * column.CELL_STRIDE + column.FETCHING]! -= done;
		const mayWait = dormantUntilMin !== undefined || defect === 'payload';
		const waits = mayWait ? this.#take('dormant', cell, done, row) : 0;
		const { dormant, installed } = this.#effects[release]!;
		this.#put(cell, release, dormant, waits);
		this.#takeEffect(step, installed, 'Installed', done - waits);
	}

	/** What hosts have had for long has expired: on those that are on at once, on the others when they wake. */
	expire(step: CellStep): void {
		const { cell, release, habit, stayOff } = step;
		const at = cell * column.CELL_STRIDE;
		const on = this.#counts[at + column.PROTECTED]!;
		const off = this.#counts[at + column.ASLEEP]!;
		if (on > 0) {
			this.#counts[at + column.PROTECTED] = 0;
			this.#counts[at + column.IN_FLIGHT]! += on;
			this.#world.installs[release]! += on;
			this.#takeEffect(step, this.#effects[release]!.expired, 'Expired', on);
		}
		if (!this.#activity.isDue || stayOff || off === 0) return;
		const { wake, wakeLog } = this.#activity;
		const wakes = this.#draws.binomial(STREAM.wake, cell, off, wake[habit]!, wakeLog[habit]!);
		this.#counts[at + column.ASLEEP] = off - wakes;
		this.#counts[at + column.PROTECTED]! += wakes;
	}

	/** Sends hosts where the release does: apart those whose component runs in user mode, and those that fall back. */
	#takeEffect(
		{ cell, release, row }: CellStep,
		effect: to.Effect,
		how: 'Installed' | 'Triggered' | 'Expired',
		hosts: number
	): void {
		const inUserMode =
			effect.user === effect.kernel ? 0 : this.#take('userMode', cell, hosts, row, `userMode${how}`);
		const inKernel = hosts - inUserMode;
		const fallBack =
			effect.fallsBack === effect.kernel || this.#stride <= RESTARTING
				? 0
				: this.#take('fallsBack', cell, inKernel, row, `fallsBack${how}`);
		this.#put(cell, release, effect.user, inUserMode);
		this.#put(cell, release, effect.fallsBack, fallBack);
		this.#put(cell, release, effect.kernel, inKernel - fallBack);
	}

	#moveTo(cell: number, release: number, from: number, place: to.Place, hosts: number): void {
		this.#hosts[cell * this.#stride + from]! -= hosts;
		this.#put(cell, release, place, hosts);
	}

	/** Counts hosts that were in flight where they have come to, and what is noted when hosts go out of service. */
	#put(cell: number, release: number, place: to.Place, hosts: number): void {
		if (hosts === 0) return;
		const at = cell * column.CELL_STRIDE;
		const other = to.otherColumn(place);
		if (other >= 0) this.#hosts[cell * this.#stride + other]! += hosts;
		else this.#counts[at + place]! += hosts;
		if (place === column.PROTECTED || place === column.RECOVERED)
			this.#counts[at + column.IN_FLIGHT]! -= hosts;
		if (place === column.COMPROMISED) this.#counts[at + column.EVER_COMPROMISED]! += hosts;
		const goesDown =
			place === column.CRASHED || place === column.WAITING_FOR_KEY || other === WIPED || other === RESTARTING;
		if (goesDown) this.#counts[at + column.EVER_CRASHED]! += hosts;
		if (goesDown || other === ISOLATED) this.#noteSilence(release, hosts);
	}

	/** Hosts that fall silent are what the vendor and their owners notice. */
	#noteSilence(release: number, hosts: number): void {
		this.#world.crashes[release]! += hosts;
		if (this.#world.firstCrashMin[release] === NEVER) this.#world.firstCrashMin[release] = this.#minute;
	}

	#take(
		name: Parameters<OtherChances['p']>[0],
		cell: number,
		hosts: number,
		row: number,
		stream: StreamName = name as StreamName
	): number {
		if (hosts === 0) return 0;
		const p = this.#chances.p(name, row);
		if (p >= 1) return hosts;
		return this.#draws.binomial(STREAM[stream], cell, hosts, p, this.#chances.log(name, row));
	}
}
