import type { Chances } from '../hosts/chances.ts';
import { groupCount } from '../model.ts';
import { valueAt } from '../values.ts';
import { NEVER, type World } from '../world/world.ts';

/** Notes for every release and group the minute from which staff know how to repair. */
export function noteKnowledge(world: World, chances: Chances, minute: number): void {
	const groups = groupCount(world.model);
	for (let release = 0; release < world.model.releases.length; release++) {
		for (let group = 0; group < groups; group++) {
			const at = release * groups + group;
			if (world.knownSinceMin[at] === NEVER && chances.knowsRepair(release, group, minute))
				world.knownSinceMin[at] = minute;
		}
	}
}

/**
 * The fixed effort of an organisation before its first repair: the fault is understood, the remedy found and tried, and
 * somebody called in. It weighs most on the small, who have nobody on duty (that it is twice and half is assumed).
 */
export class SetUp {
	readonly #world: World;
	/** By site: how much longer than an organisation of middle size it needs. */
	readonly #factor: Float64Array;
	readonly #groups: number;

	constructor(world: World) {
		this.#world = world;
		this.#groups = groupCount(world.model);
		this.#factor = world.model.sites.size.map((size) => (size < 0 ? 1 - size : 1 / (1 + size)));
	}

	/** Whether a site may begin repairs. Before anybody knows how, only hosts that attackers held wait for them. */
	isOver(site: number, minute: number): boolean {
		const group = this.#world.model.sites.group[site]!;
		const effortMin = valueAt(this.#world, 'repair.setupMin', group);
		if (effortMin === 0) return true;
		const readyMin = effortMin * this.#factor[site]!;
		for (let at = group; at < this.#world.knownSinceMin.length; at += this.#groups) {
			const sinceMin = this.#world.knownSinceMin[at]!;
			if (sinceMin !== NEVER && minute < sinceMin + readyMin) return false;
		}
		return true;
	}
}
