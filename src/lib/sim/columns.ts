import { HOST_STATES, HOST_TABLE, type HostState } from './table/tables.ts';

/**
 * The record of one cell: a count for each state of the host statechart, then what the chart does not know.
 *
 * `held` counts hosts that no ring has reached: they sleep and wake by the clock alone, so nothing is drawn for them
 * until a ring opens, and then exactly from the share that is on at that minute.
 */
export type { HostState };

export const HELD = HOST_STATES.length;
export const EVER_CRASHED = HELD + 1;
export const EVER_COMPROMISED = HELD + 2;
/** Hosts that are fetching, or were hit and are not back and protected: a cell with none of them rests. */
export const IN_FLIGHT = HELD + 3;
/** Room for the columns above; 16 words make one cache line. */
export const CELL_STRIDE = 16;

const { state } = HOST_TABLE;
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
