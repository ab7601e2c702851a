import { HOST_STATES, type HostState } from '../../table/states.ts';

/**
 * What a map tells apart of a host, in the order of rank: who has come furthest first.
 *
 * A host goes through this list from its end to its start (asleep, awake, fetching, crashed, under repair, back). So
 * when counts change, the points that change are those whose rank lies between the old share and the new, and a point
 * that recovers is one that had crashed: points keep who they are without anybody keeping track.
 */
export const MARKERS = [
	'recovered',
	'compromised',
	'unprotected',
	'repairing',
	'crashed',
	'fetching',
	'healthy',
	'asleep'
] as const;
export type Marker = (typeof MARKERS)[number];

const MARKER_OF: Readonly<Record<HostState, Marker>> = {
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

/** By index of HOST_STATES: index of MARKERS. */
export const MARKER_OF_STATE: readonly number[] = HOST_STATES.map((state) =>
	MARKERS.indexOf(MARKER_OF[state])
);

/** Markers of hosts that are down. */
export const DOWN_MARKERS: readonly Marker[] = ['crashed', 'repairing'];
