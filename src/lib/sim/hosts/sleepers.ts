import { localWeekMinute, onlineShare } from './activity.ts';
import { ASLEEP, CELL_STRIDE, HELD, PROTECTED } from '../world/columns.ts';
import { HOST_CLASSES } from '../model.ts';
import { isOffered } from '../vendor/rollout.ts';
import { releaseOfCells } from '../world/release-of-cell.ts';
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
	readonly #release: Int8Array;
	/** By release: whether it is on offer to the hosts that it concerns, which are stepped then. */
	readonly #isOffered: readonly boolean[];

	constructor(world: World) {
		const { model } = world;
		const minute = world.clock[MINUTE]!;
		this.#counts = world.counts;
		const byOffset = new Map<number, readonly number[]>();
		this.#offShare = model.metros.map(({ utcOffsetMin }) => {
			let shares = byOffset.get(utcOffsetMin);
			if (shares === undefined) {
				const local = localWeekMinute(model, minute, utcOffsetMin);
				shares = HOST_CLASSES.map((_, hostClass) => 1 - onlineShare(model, hostClass, local));
				byOffset.set(utcOffsetMin, shares);
			}
			return shares;
		});
		this.#release = releaseOfCells(model);
		this.#isOffered = model.releases.map((_, release) => isOffered(world, release, minute));
	}

	/** Hosts of the cell that nothing has happened to: those that are off, and those that are on. */
	untouched(cell: number): number {
		const at = cell * CELL_STRIDE;
		return this.#counts[at + HELD]! + this.#counts[at + ASLEEP]! + this.#counts[at + PROTECTED]!;
	}

	/** Those of the untouched hosts of a cell that are off. */
	asleep(cell: number, metro: number, hostClass: number): number {
		const share = this.#offShare[metro]![hostClass]!;
		if (this.#isOffered[this.#release[cell]!] !== true) return Math.round(this.untouched(cell) * share);
		const at = cell * CELL_STRIDE;
		return Math.round(this.#counts[at + HELD]! * share) + this.#counts[at + ASLEEP]!;
	}
}
