import { HOST_STATES, type HostState } from '../table/states.ts';
import { HOST_TABLE } from '../table/tables.ts';

export type { HostState };

// The record of one cell: a count for each state of the host statechart, then what the chart does not know.

/**
 * Hosts that no ring has reached: they sleep and wake by the hour alone, so nothing is drawn for them until a ring
 * opens, and then exactly from the share that is on at that minute.
 */
export const HELD = HOST_STATES.length;
export const EVER_CRASHED = HELD + 1;
export const EVER_COMPROMISED = HELD + 2;
/** Hosts that are fetching, or were hit and are not back and protected: a cell with none of them rests. */
export const IN_FLIGHT = HELD + 3;
/** Of the crashed hosts, those that nobody can get to yet. */
export const OUT_OF_REACH = HELD + 4;
/** Room for the columns above; 16 words make one cache line. */
export const CELL_STRIDE = 16;

const { state, tags } = HOST_TABLE;
export const ASLEEP = state.asleep;
export const PROTECTED = state.protected;
export const FETCHING = state.fetching;
export const CRASHED = state.crashed;
export const WAITING_FOR_KEY = state.waitingForKey;
export const WAITING_FOR_HANDS = state.waitingForHands;
export const UNDER_REPAIR = state.underRepair;
export const RECOVERED = state.recovered;
export const UNPROTECTED = state.unprotected;
export const AGENT_DOWN = state.agentDown;
export const COMPROMISED = state.compromised;

const DOWN_COLUMNS = [...tags.down].flatMap((isDown, column) => (isDown === 1 ? [column] : []));
const FIRST_DOWN = DOWN_COLUMNS[0]!;
const AFTER_DOWN = FIRST_DOWN + DOWN_COLUMNS.length;
// Bounds instead of a list: a loop over a list is slower.
if (DOWN_COLUMNS.some((column, index) => column !== FIRST_DOWN + index))
	throw new Error('the host statechart must list its states tagged `down` one after the other');

/** Hosts that run without protection in the cell whose record begins at `at`, intruders' included. */
export function exposedAt(counts: Int32Array, at: number): number {
	return counts[at + UNPROTECTED]! + counts[at + AGENT_DOWN]! + counts[at + COMPROMISED]!;
}

/** Hosts that are down in the cell whose record begins at `at`: in any state that the statechart tags so. */
export function downAt(counts: Int32Array, at: number): number {
	let down = 0;
	for (let column = FIRST_DOWN; column < AFTER_DOWN; column++) down += counts[at + column]!;
	return down;
}
