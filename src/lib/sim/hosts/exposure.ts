import type { Activity } from './activity.ts';
import {
	ASLEEP,
	CELL_STRIDE,
	CRASHED,
	EVER_CRASHED,
	FETCHING,
	HELD,
	IN_FLIGHT,
	PROTECTED
} from '../world/columns.ts';
import type { Draws } from '../random/draws.ts';
import { POLLS_TO, SLEEPS_TO, WAKES_TO } from './flows.ts';
import { logOfLikelier } from '../random/binomial.ts';
import { STREAM } from '../random/streams.ts';

/** Installs what a cell was fetching, into column `to`. Returns the installs; `row` is the cell's row of chances. */
export function install(counts: Int32Array, draws: Draws, cell: number, row: number, to: number): number {
	const at = cell * CELL_STRIDE;
	const done = draws.take(STREAM.install, cell, counts[at + FETCHING]!, row);
	if (done === 0) return 0;
	counts[at + FETCHING]! -= done;
	counts[at + to]! += done;
	if (to === CRASHED) counts[at + EVER_CRASHED]! += done;
	if (to === PROTECTED) counts[at + IN_FLIGHT]! -= done;
	return done;
}

/** Hosts that a ring reaches leave `held`; each is on with the habit's share of this minute. `from` and `to` are the
 * shares of the cell's hosts that had been and have been reached. */
export function reach(
	counts: Int32Array,
	draws: Draws,
	cell: number,
	from: number,
	to: number,
	online: number
): void {
	const at = cell * CELL_STRIDE;
	const held = counts[at + HELD]!;
	if (held === 0) return;
	const chance = Math.min(1, (to - from) / (1 - from));
	const reached = draws.binomial(STREAM.ring, cell, held, chance, logOfLikelier(chance));
	const on = draws.binomial(STREAM.ringOnline, cell, reached, online, logOfLikelier(online));
	counts[at + HELD] = held - reached;
	counts[at + PROTECTED]! += on;
	counts[at + ASLEEP]! += reached - on;
}

/**
 * A step of hosts that the release is on offer to: those that are on may look for content, then, when an
 * interval of the habit ends, sleep; those that are off may wake, unless staff were told to leave them off. `habit` is the row of the cell's zone and class.
 */
export function offer(
	counts: Int32Array,
	draws: Draws,
	activity: Activity,
	cell: number,
	row: number,
	habit: number,
	stayOff: boolean
): void {
	const at = cell * CELL_STRIDE;
	const on = counts[at + PROTECTED]!;
	const off = counts[at + ASLEEP]!;
	const looks = draws.take(STREAM.poll, cell, on, row);
	counts[at + PROTECTED] = on - looks;
	counts[at + POLLS_TO]! += looks;
	counts[at + IN_FLIGHT]! += looks;
	if (!activity.isDue) return;
	const { sleep, sleepLog, wake, wakeLog } = activity;
	const sleeps = draws.binomial(STREAM.sleep, cell, on - looks, sleep[habit]!, sleepLog[habit]!);
	const wakes = stayOff ? 0 : draws.binomial(STREAM.wake, cell, off, wake[habit]!, wakeLog[habit]!);
	counts[at + PROTECTED]! -= sleeps;
	counts[at + ASLEEP] = off - wakes;
	counts[at + SLEEPS_TO]! += sleeps;
	counts[at + WAKES_TO]! += wakes;
}
