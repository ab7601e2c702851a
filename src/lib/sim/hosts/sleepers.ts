import { localWeekMinute, onlineShare } from './activity.ts';
import { ASLEEP, CELL_STRIDE, HELD, PROTECTED } from '../world/columns.ts';
import { HOST_CLASSES } from '../model.ts';
import { isOffered } from '../vendor/rollout.ts';
import { MINUTE, type World } from '../world/world.ts';

/**
 * How many hosts of each cell are off at the world's present minute, for maps and tables.
 *
 * Hosts that no release is on offer to are not stepped; of those, the share that is off is the habit's at this hour,
 * rounded in each cell to whole hosts.
 */
export class Sleepers {
	readonly #counts: Int32Array;
	/** By metro and class: the habit's share of hosts that are off. */
	readonly #offShare: readonly (readonly number[])[];
	/** By vendor: whether a release is on offer to its hosts, which are stepped then. */
	readonly #isStepped: readonly boolean[];

	constructor(world: World) {
		const { model } = world;
		const minute = world.clock[MINUTE]!;
		this.#counts = world.counts;
		this.#offShare = model.metros.map(({ utcOffsetMin }) => {
			const local = localWeekMinute(model, minute, utcOffsetMin);
			return HOST_CLASSES.map((_, hostClass) => 1 - onlineShare(model, hostClass, local));
		});
		this.#isStepped = model.vendors.map((_, vendor) =>
			model.releases.some((release, index) => release.vendor === vendor && isOffered(world, index, minute))
		);
	}

	/** Hosts of the cell that nothing has happened to: those that are off, and those that are on. */
	untouched(cell: number): number {
		const at = cell * CELL_STRIDE;
		return this.#counts[at + HELD]! + this.#counts[at + ASLEEP]! + this.#counts[at + PROTECTED]!;
	}

	/** Those of the untouched hosts of a cell that are off. */
	asleep(cell: number, metro: number, hostClass: number, vendor: number): number {
		const share = this.#offShare[metro]![hostClass]!;
		if (!this.#isStepped[vendor]!) return Math.round(this.untouched(cell) * share);
		const at = cell * CELL_STRIDE;
		return Math.round(this.#counts[at + HELD]! * share) + this.#counts[at + ASLEEP]!;
	}
}
