import type { Chances } from './chances.ts';
import {
	AGENT_DOWN,
	CELL_STRIDE,
	COMPROMISED,
	CRASHED,
	EVER_COMPROMISED,
	IN_FLIGHT,
	UNDER_REPAIR,
	UNPROTECTED,
	WAITING_FOR_HANDS,
	WAITING_FOR_KEY
} from './columns.ts';
import type { Draws } from './draws.ts';
import * as flow from './flows.ts';
import { CHANCE_COUNT, STREAM } from './streams.ts';
import type { World } from './world.ts';

/** How many of `n` hosts of a cell take a transition in this step. */
function take(draws: Draws, chances: Chances, row: number, cell: number, stream: number, n: number): number {
	if (n === 0) return 0;
	const c = row * CHANCE_COUNT + stream;
	return draws.binomial(stream, cell, n, chances.p[c]!, chances.logQ[c]!);
}

/** Repairs that end in this step; some must be done again, some bring the host back without its agent. Returns how
 * many hands-on repairs ended. */
export function finishRepairs(
	world: World,
	draws: Draws,
	chances: Chances,
	cell: number,
	row: number
): number {
	const { counts } = world;
	const at = cell * CELL_STRIDE;
	const done = take(draws, chances, row, cell, STREAM.repairDone, counts[at + UNDER_REPAIR]!);
	if (done === 0) return 0;
	const failed = take(draws, chances, row, cell, STREAM.repairFailed, done);
	const bare = take(draws, chances, row, cell, STREAM.repairWithoutAgent, done - failed);
	counts[at + UNDER_REPAIR]! -= done;
	counts[at + flow.FAILS_TO]! += failed;
	counts[at + flow.WITHOUT_AGENT_TO]! += bare;
	counts[at + flow.REPAIRED_TO]! += done - failed - bare;
	counts[at + IN_FLIGHT]! -= done - failed - bare;
	return done;
}

/**
 * Everything else that moves a host that was hit, downstream first, so that a host makes at most one of these moves
 * in a step. `keyChance` and its logarithm depend on the site, because the key store may be down with its servers.
 */
export function recover(
	world: World,
	draws: Draws,
	chances: Chances,
	cell: number,
	row: number,
	keyChance: number,
	keyLogQ: number
): void {
	const { counts } = world;
	const at = cell * CELL_STRIDE;

	let back = 0;

	const taken = counts[at + COMPROMISED]!;
	const contained = take(draws, chances, row, cell, STREAM.contain, taken);
	counts[at + COMPROMISED] = taken - contained;

	const bare = counts[at + UNPROTECTED]!;
	if (bare > 0) {
		const leave = take(draws, chances, row, cell, STREAM.unprotectedExit, bare);
		const restored = take(draws, chances, row, cell, STREAM.unprotectedRestored, leave);
		counts[at + UNPROTECTED] = bare - leave;
		counts[at + flow.RESTORED_TO]! += restored;
		counts[at + flow.UNPROTECTED_COMPROMISED_TO]! += leave - restored;
		counts[at + EVER_COMPROMISED]! += leave - restored;
		back += restored;
	}
	const agentless = counts[at + AGENT_DOWN]!;
	if (agentless > 0) {
		const leave = take(draws, chances, row, cell, STREAM.agentDownExit, agentless);
		const updated = take(draws, chances, row, cell, STREAM.agentDownRestored, leave);
		counts[at + AGENT_DOWN] = agentless - leave;
		counts[at + flow.AGENT_BACK_TO]! += updated;
		counts[at + flow.AGENT_DOWN_COMPROMISED_TO]! += leave - updated;
		counts[at + EVER_COMPROMISED]! += leave - updated;
		back += updated;
	}

	const hands = counts[at + WAITING_FOR_HANDS]!;
	const fixedAtHands = take(draws, chances, row, cell, STREAM.fixWaitingHands, hands);
	const keyless = counts[at + WAITING_FOR_KEY]!;
	const fixedAtKey = take(draws, chances, row, cell, STREAM.fixWaitingKey, keyless);
	const found = draws.binomial(STREAM.keyFound, cell, keyless - fixedAtKey, keyChance, keyLogQ);
	counts[at + WAITING_FOR_HANDS] = hands - fixedAtHands;
	counts[at + WAITING_FOR_KEY] = keyless - fixedAtKey - found;
	counts[at + flow.FIX_FROM_HANDS_TO]! += fixedAtHands;
	counts[at + flow.FIX_FROM_KEY_TO]! += fixedAtKey;
	counts[at + flow.KEY_FOUND_TO]! += found;
	counts[at + flow.CONTAINED_TO]! += contained;
	back += fixedAtHands + fixedAtKey;

	const crashed = counts[at + CRASHED]!;
	if (crashed > 0) {
		const leave = take(draws, chances, row, cell, STREAM.crashedExit, crashed);
		const alone = take(draws, chances, row, cell, STREAM.crashedByItself, leave);
		const fixed = take(draws, chances, row, cell, STREAM.crashedByFix, leave - alone);
		const needKey = take(draws, chances, row, cell, STREAM.needKey, leave - alone - fixed);
		counts[at + CRASHED] = crashed - leave;
		counts[at + flow.BY_ITSELF_TO]! += alone;
		counts[at + flow.FIX_FROM_CRASH_TO]! += fixed;
		counts[at + flow.NEEDS_KEY_TO]! += needKey;
		counts[at + flow.NEEDS_HANDS_TO]! += leave - alone - fixed - needKey;
		back += alone + fixed;
	}
	counts[at + IN_FLIGHT]! -= back;
}
