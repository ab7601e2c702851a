import {
	AGENT_DOWN,
	CELL_STRIDE,
	COMPROMISED,
	CRASHED,
	EVER_COMPROMISED,
	IN_FLIGHT,
	OUT_OF_REACH,
	UNDER_REPAIR,
	UNPROTECTED,
	WAITING_FOR_HANDS,
	WAITING_FOR_KEY
} from '../world/columns.ts';
import type { Draws } from '../random/draws.ts';
import * as flow from '../hosts/flows.ts';
import { STREAM } from '../random/streams.ts';

/** Repairs that end in this step; some must be done again, some bring the host back without its agent. Returns how
 * many hands-on repairs ended. `row` is the cell's row of chances. */
export function finishRepairs(counts: Int32Array, draws: Draws, cell: number, row: number): number {
	const at = cell * CELL_STRIDE;
	const done = draws.take(STREAM.repairDone, cell, counts[at + UNDER_REPAIR]!, row);
	if (done === 0) return 0;
	const aside = draws.take(STREAM.repairAside, cell, done, row);
	const failed = draws.take(STREAM.repairFailed, cell, aside, row);
	const bare = aside - failed;
	counts[at + UNDER_REPAIR]! -= done;
	counts[at + flow.FAILS_TO]! += failed;
	counts[at + flow.WITHOUT_AGENT_TO]! += bare;
	counts[at + flow.REPAIRED_TO]! += done - aside;
	counts[at + IN_FLIGHT]! -= done - aside;
	return done;
}

/**
 * Everything else that moves a host that was hit, downstream first, so that a host makes at most one of these moves
 * in a step. `keyChance` and its logarithm depend on the site, because the key store may be down with its servers;
 * so does whether it is working time there.
 */
export function recover(
	counts: Int32Array,
	draws: Draws,
	cell: number,
	row: number,
	keyChance: number,
	keyLog: number,
	isWorkingTime: boolean
): void {
	const at = cell * CELL_STRIDE;
	if (draws.isExposureDue) moveExposed(counts, draws, cell, row);
	const agentDown = counts[at + AGENT_DOWN]!;
	if (agentDown > 0) {
		const leave = draws.take(STREAM.agentDownExit, cell, agentDown, row);
		const restored = draws.take(STREAM.agentDownRestored, cell, leave, row);
		counts[at + AGENT_DOWN] = agentDown - leave;
		counts[at + flow.AGENT_BACK_TO]! += restored;
		counts[at + flow.AGENT_DOWN_COMPROMISED_TO]! += leave - restored;
		counts[at + EVER_COMPROMISED]! += leave - restored;
		counts[at + IN_FLIGHT]! -= restored;
	}
	const needHands = counts[at + WAITING_FOR_HANDS]!;
	if (needHands > 0 && draws.isWaitingDue) {
		const back = draws.take(STREAM.waitingHandsBack, cell, needHands, row);
		const fixed = draws.take(STREAM.waitingHandsByFix, cell, back, row);
		counts[at + WAITING_FOR_HANDS] = needHands - back;
		counts[at + flow.FIX_FROM_HANDS_TO]! += fixed;
		counts[at + flow.BY_ITSELF_FROM_HANDS_TO]! += back - fixed;
		counts[at + IN_FLIGHT]! -= back;
	}
	const needKey = counts[at + WAITING_FOR_KEY]!;
	if (needKey > 0) {
		const back = draws.isWaitingDue ? draws.take(STREAM.waitingKeyBack, cell, needKey, row) : 0;
		const fixed = draws.take(STREAM.waitingKeyByFix, cell, back, row);
		const found = draws.binomial(STREAM.keyFound, cell, needKey - back, keyChance, keyLog);
		counts[at + WAITING_FOR_KEY] = needKey - back - found;
		counts[at + flow.FIX_FROM_KEY_TO]! += fixed;
		counts[at + flow.BY_ITSELF_FROM_KEY_TO]! += back - fixed;
		counts[at + flow.KEY_FOUND_TO]! += found;
		counts[at + IN_FLIGHT]! -= back;
	}
	const outOfReach = counts[at + OUT_OF_REACH]!;
	const near = counts[at + CRASHED]! - outOfReach;
	if (outOfReach > 0 && draws.isWaitingDue) moveOutOfReach(counts, draws, cell, row, isWorkingTime);
	if (near > 0) {
		const leave = draws.take(STREAM.crashedExit, cell, near, row);
		if (leave === 0) return;
		const back = draws.take(STREAM.crashedBack, cell, leave, row);
		const fixed = draws.take(STREAM.crashedByFix, cell, back, row);
		const stranded = draws.take(STREAM.outOfReach, cell, leave - back, row);
		const reached = leave - back - stranded;
		const wantKey = draws.take(STREAM.needKey, cell, reached, row);
		counts[at + OUT_OF_REACH]! += stranded;
		counts[at + CRASHED]! -= leave - stranded;
		counts[at + flow.FIX_FROM_CRASH_TO]! += fixed;
		counts[at + flow.BY_ITSELF_TO]! += back - fixed;
		counts[at + flow.NEEDS_KEY_TO]! += wantKey;
		counts[at + flow.NEEDS_HANDS_TO]! += reached - wantKey;
		counts[at + IN_FLIGHT]! -= back;
	}
}

/** Crashed hosts that were out of reach: they come back without anybody, or somebody gets to them in working time. */
function moveOutOfReach(
	counts: Int32Array,
	draws: Draws,
	cell: number,
	row: number,
	isWorkingTime: boolean
): void {
	const at = cell * CELL_STRIDE;
	const waiting = counts[at + OUT_OF_REACH]!;
	const back = draws.take(STREAM.outOfReachBack, cell, waiting, row);
	const fixed = draws.take(STREAM.outOfReachByFix, cell, back, row);
	const found = isWorkingTime ? draws.take(STREAM.outOfReachFound, cell, waiting - back, row) : 0;
	const wantKey = draws.take(STREAM.outOfReachNeedKey, cell, found, row);
	counts[at + OUT_OF_REACH] = waiting - back - found;
	counts[at + CRASHED]! -= back + found;
	counts[at + flow.FIX_FROM_CRASH_TO]! += fixed;
	counts[at + flow.BY_ITSELF_TO]! += back - fixed;
	counts[at + flow.NEEDS_KEY_TO]! += wantKey;
	counts[at + flow.NEEDS_HANDS_TO]! += found - wantKey;
	counts[at + IN_FLIGHT]! -= back;
}

/** Hosts that run without protection: they are protected again or compromised, and intruders are found. */
function moveExposed(counts: Int32Array, draws: Draws, cell: number, row: number): void {
	const at = cell * CELL_STRIDE;
	const compromised = counts[at + COMPROMISED]!;
	if (compromised > 0) {
		const contained = draws.take(STREAM.contain, cell, compromised, row);
		counts[at + COMPROMISED] = compromised - contained;
		counts[at + flow.CONTAINED_TO]! += contained;
	}
	const unprotected = counts[at + UNPROTECTED]!;
	if (unprotected > 0) {
		const leave = draws.take(STREAM.unprotectedExit, cell, unprotected, row);
		const restored = draws.take(STREAM.unprotectedRestored, cell, leave, row);
		counts[at + UNPROTECTED] = unprotected - leave;
		counts[at + flow.RESTORED_TO]! += restored;
		counts[at + flow.UNPROTECTED_COMPROMISED_TO]! += leave - restored;
		counts[at + EVER_COMPROMISED]! += leave - restored;
		counts[at + IN_FLIGHT]! -= restored;
	}
}
