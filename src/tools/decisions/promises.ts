import type { Quantity } from './quantities.ts';

/** What a lever is there to move, by the beginning of its name; the longest that fits counts. */
const BY_PREFIX: Readonly<Record<string, readonly Quantity[]>> = {
	'fleet.': ['ownCrashed', 'crashed'],
	'update.': ['ownCrashed', 'crashed'],
	'rollout.': ['crashed'],
	'activity.': ['ownCrashed', 'crashed', 'worldLossUsd', 'ownLossUsd'],
	'repair.': ['ownDownHours', 'downHours', 'ownLossUsd', 'unprotectedHours'],
	'repair.failShare': ['ownDownHours', 'downHours'],
	'repair.removeAgentShare': ['unprotectedHours', 'downHours', 'ownDownHours'],
	'platform.': ['downHours', 'ownDownHours'],
	'vendor.': ['downHours', 'distrust', 'crashed'],
	'vendor.statement': ['distrust'],
	'trust.': ['distrust'],
	'exposure.': ['compromised', 'unprotectedHours', 'worldLossUsd', 'ownLossUsd'],
	'service.': ['ownLossUsd', 'ownLostUnits', 'worldLossUsd', 'harm'],
	'hosts.': ['ownDownHours', 'downHours']
};

/** The quantities that a lever is there to move. */
export function promisedBy(parameter: string): readonly Quantity[] {
	const fitting = Object.keys(BY_PREFIX).filter((prefix) => parameter.startsWith(prefix));
	const longest = fitting.sort((a, b) => b.length - a.length)[0];
	if (longest === undefined) throw new Error(`nobody has said what ${parameter} is there to move`);
	return BY_PREFIX[longest]!;
}
