import type { HostState } from '../../sim/world/columns.ts';

/** Names of the host's states, as short as a diagram needs them. */
export const HOST_STATE_WORDS: Readonly<Record<HostState, string>> = {
	protected: 'Up and protected',
	asleep: 'Off or asleep',
	fetching: 'Fetching it now',
	crashed: 'Crashed, restarting',
	waitingForKey: 'Waiting for a key',
	waitingForHands: 'Waiting for hands',
	underRepair: 'Under repair',
	recovered: 'Recovered',
	unprotected: 'Back, no agent',
	agentDown: 'Up, agent down',
	compromised: 'Compromised'
};
