/** Names of the host's states, as short as a diagram needs them. */
export const HOST_STATE_WORDS: Readonly<Record<string, string>> = {
	asleep: 'Off or asleep',
	protected: 'Up and protected',
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
