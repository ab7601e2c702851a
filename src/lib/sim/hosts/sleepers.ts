import { localWeekMinute, onlineShare } from './activity.ts';
import { ASLEEP, CELL_STRIDE, HELD, PROTECTED } from '../world/columns.ts';
import { CLASS_COUNT, HOST_CLASSES } from '../model.ts';
import { isOffered } from '../vendor/rollout.ts';
import { NO_RELEASE, releaseOfCells } from '../world/release-of-cell.ts';
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
	readonly #offShare: Float64Array;
	readonly #release: Int8Array;
	/** By release, counted from NO_RELEASE on: 1 where it is on offer to the hosts that it concerns, which are stepped then. */
	readonly #isOffered: Uint8Array;

	constructor(world: World) {
		const { model } = world;
		const minute = world.clock[MINUTE]!;
		this.#counts = world.counts;
		const byOffset = new Map<number, readonly number[]>();
		this.#offShare = new Float64Array(model.metros.length * CLASS_COUNT);
		model.metros.forEach(({ utcOffsetMin }, metro) => {
			let shares = byOffset.get(utcOffsetMin);
			if (shares === undefined) {
				const local = localWeekMinute(model, minute, utcOffsetMin);
				shares = HOST_CLASSES.map((_, hostClass) => 1 - onlineShare(model, hostClass, local));
				byOffset.set(utcOffsetMin, shares);
			}
			this.#offShare.set(shares, metro * CLASS_COUNT);
		});
		this.#release = releaseOfCells(model);
		this.#isOffered = Uint8Array.of(
			0,
			...model.releases.map((_, release) => (isOffered(world, release, minute) ? 1 : 0))
		);
	}

	/** Hosts of the cell that nothing has happened to: those that are off, and those that are on. */
	untouched(cell: number): number {
		const at = cell * CELL_STRIDE;
		return this.#counts[at + HELD]! + this.#counts[at + ASLEEP]! + this.#counts[at + PROTECTED]!;
	}

	/** Those of the untouched hosts of a cell that are off. */
	asleep(cell: number, metro: number, hostClass: number): number {
		const share = this.#offShare[metro * CLASS_COUNT + hostClass]!;
		if (this.#isOffered[this.#release[cell]! - NO_RELEASE] === 0)
			return Math.round(this.untouched(cell) * share);
		const at = cell * CELL_STRIDE;
		return Math.round(this.#counts[at + HELD]! * share) + this.#counts[at + ASLEEP]!;
	}
}
