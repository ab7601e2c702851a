/** What the fields are that an expression of a scenario asks for, by their name in it. */
export const expressionFields = {
	hosts: 'hosts there are',
	down: 'hosts that are down now',
	unprotected: 'hosts that run without a working agent',
	compromised: 'hosts that are compromised now',
	everCrashed: 'hosts that ever went down',
	everCompromised: 'hosts that were ever compromised',
	lossUsd: 'US$ lost so far',
	output: 'output as a share of normal',
	backlogUnits: 'units that wait',
	lostUnits: 'units that will never be delivered',
	seenCrashes: 'crashes that the vendor has seen',
	statement: 'what the vendor says',
	rollout: 'where the rollout stands',
	state: 'where the vendor stands',
	public: 'of the public',
	customers: 'of customers',
	government: 'of governments',
	spentUsd: 'US$ spent so far'
};
