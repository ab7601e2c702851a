import { HOST_STATES } from './table/tables.ts';

/**
 * The record of one cell: a count for each state of the host statechart, then what the chart does not know.
 *
 * `held` counts hosts that no ring has reached: they sleep and wake by the clock alone, so nothing is drawn for them
 * until a ring opens, and then exactly from the share that is on at that minute.
 */
export type HostState = (typeof HOST_STATES)[number];

export const HELD = HOST_STATES.length;
export const EVER_CRASHED = HELD + 1;
export const EVER_COMPROMISED = HELD + 2;
export const CELL_STRIDE = HELD + 3;
