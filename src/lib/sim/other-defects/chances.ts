import type { Chances } from '../hosts/chances.ts';
import { chanceWithin } from '../exact/exp.ts';
import { CLASS_COUNT, groupCount } from '../model.ts';
import { COMPONENTS } from '../parameters.ts';
import { logOfLikelier } from '../random/binomial.ts';
import { CHANCE_COUNT } from '../random/streams.ts';
import { intervalLengthMin, RECOVERY_INTERVAL_MIN } from '../time/intervals.ts';
import { gridMinuteFrom } from '../time/grid.ts';
import { optionalAt, valueAt } from '../values.ts';
import { isReverted } from '../vendor/rollout.ts';
import type { World } from '../world/world.ts';
import { letGoRate } from './rates.ts';

const NAMES = [
	'userMode',
	'dormant',
	'trigger',
	'reverted',
	'wipe',
	'wipedExit',
	'implantFound',
	'isolatedExit',
	'isolatedReleased',
	'fallsBack',
	'restartingExit'
] as const;
type Name = (typeof NAMES)[number];
const AT = Object.fromEntries(NAMES.map((name, at) => [name, at])) as Readonly<Record<Name, number>>;

/** Chances of the moves of other defects within the present step, by row of {@link Chances}. */
export class OtherChances {
	readonly #world: World;
	readonly #chances: Chances;
	readonly #p: Float64Array;
	readonly #log: Float64Array;
	/** By release: first minute of the grid at which what waits may take effect. */
	readonly #dueMin: readonly number[];
	#stamp = '';

	constructor(world: World, chances: Chances) {
		const { releases, clock } = world.model;
		this.#world = world;
		this.#chances = chances;
		const rows = chances.p.length / CHANCE_COUNT;
		this.#p = new Float64Array(rows * NAMES.length);
		this.#log = new Float64Array(rows * NAMES.length);
		this.#dueMin = releases.map(({ dormantUntilMin, atMin }) =>
			gridMinuteFrom(clock.spans, dormantUntilMin ?? atMin)
		);
	}

	/** Whether what waits on hosts may take effect by now, and whether it may from this very step. */
	isDue(release: number, minute: number): boolean {
		return minute >= this.#dueMin[release]!;
	}
	becomesDue(release: number, minute: number): boolean {
		return minute === this.#dueMin[release]!;
	}

	p(name: Name, row: number): number {
		return this.#p[(row / CHANCE_COUNT) * NAMES.length + AT[name]]!;
	}

	log(name: Name, row: number): number {
		return this.#log[(row / CHANCE_COUNT) * NAMES.length + AT[name]]!;
	}

	/** Brings every chance up to date for the step of `stepMin` from `minute`, after {@link Chances.prepare}. */
	prepare(minute: number, stepMin: number): void {
		const { model } = this.#world;
		const due = model.releases.map((_, release) => (this.isDue(release, minute) ? 'd' : '')).join();
		const stamp = `${this.#chances.version} ${due}`;
		if (stamp === this.#stamp) return;
		this.#stamp = stamp;
		for (let release = 0; release < model.releases.length; release++)
			for (let group = 0; group < groupCount(model); group++)
				for (let c = 0; c < CLASS_COUNT; c++) this.#fill(release, group, c, minute, stepMin);
	}

	#fill(release: number, group: number, hostClass: number, minute: number, stepMin: number): void {
		const world = this.#world;
		const { vendor, defect, toEveryHost } = world.model.releases[release]!;
		const at = (this.#chances.row(release, group, hostClass) / CHANCE_COUNT) * NAMES.length;
		const set = (name: Name, chance: number) => {
			this.#p[at + AT[name]] = chance;
			this.#log[at + AT[name]] = logOfLikelier(chance);
		};
		const movedMin = intervalLengthMin(stepMin, RECOVERY_INTERVAL_MIN);
		const reverted = isReverted(world, release, minute);
		const isUserMode = COMPONENTS[valueAt(world, 'update.component', vendor)] === 'user';
		const inUserMode = isUserMode ? 1 : optionalAt(world, 'update.userModeShare', vendor, hostClass);
		// The platform itself never runs outside of its kernel.
		set('userMode', toEveryHost === true ? 0 : inUserMode);
		set('dormant', defect === 'payload' ? 1 : optionalAt(world, 'update.dormantShare', vendor));
		const dormantMin = optionalAt(world, 'update.dormantMin', vendor);
		set('trigger', this.isDue(release, minute) ? chanceWithin(stepMin, dormantMin) : 0);
		set('reverted', reverted ? chanceWithin(movedMin, valueAt(world, 'exposure.agentUpdateMin', group)) : 0);
		// What the platform itself releases is no content of an agent.
		set('fallsBack', toEveryHost === true ? 0 : optionalAt(world, 'update.lastGoodShare', vendor));
		set('restartingExit', chanceWithin(movedMin, optionalAt(world, 'update.lastGoodMin', vendor)));
		set('wipe', optionalAt(world, 'exposure.wipedShare', vendor));
		const found = valueAt(world, 'exposure.containMin', group);
		set('implantFound', reverted ? chanceWithin(movedMin, found) : 0);
		const toHands = this.#chances.knowsRepair(release, group, minute)
			? 1 / valueAt(world, 'repair.reachMin', group, hostClass)
			: 0;
		set('wipedExit', chanceWithin(movedMin * toHands, 1));
		const letGo = letGoRate(world, release, group, minute);
		set('isolatedExit', chanceWithin(movedMin * (letGo + toHands), 1));
		set('isolatedReleased', letGo > 0 ? letGo / (letGo + toHands) : 0);
	}
}
