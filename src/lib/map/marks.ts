import { HOST_STATES, type HostState } from '../sim/table/tables.ts';

/**
 * What a point can look like, in the order of its rank: who has come furthest first.
 *
 * A host goes through this list from its end to its start (asleep, awake, fetching, crashed, under repair, back). So
 * when counts change, the points that change are those whose rank lies between the old share and the new, and a point
 * that recovers is one that had crashed: points keep who they are without anybody keeping track.
 */
export const MARKS = [
	'recovered',
	'compromised',
	'unprotected',
	'repairing',
	'crashed',
	'fetching',
	'healthy',
	'asleep'
] as const;
export type Mark = (typeof MARKS)[number];

const MARK_OF: Readonly<Record<HostState, Mark>> = {
	asleep: 'asleep',
	protected: 'healthy',
	fetching: 'fetching',
	crashed: 'crashed',
	waitingForKey: 'crashed',
	waitingForHands: 'crashed',
	underRepair: 'repairing',
	recovered: 'recovered',
	unprotected: 'unprotected',
	agentDown: 'unprotected',
	compromised: 'compromised'
};

/** By index of HOST_STATES: index of MARKS. */
export const MARK_OF_STATE: readonly number[] = HOST_STATES.map((state) => MARKS.indexOf(MARK_OF[state]));

/** Marks of hosts that are down. */
export const DOWN_MARKS: readonly Mark[] = ['crashed', 'repairing'];
