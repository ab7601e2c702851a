import type { Reading } from './reading/reading.ts';

/**
 * What parameter sets are accepted by. Two published points of the recovery curve, read as shares of the hosts that
 * crashed, and the number of them. The statement on 97 % has no hour: it is placed between 24 July 12:00 and 26 July
 * 00:00 UTC. That on 99 % is of 29 July, "about": within half a per cent, at the end of the run (29 July 04:00 UTC).
 */
export const TARGETS = {
	crashedLow: 8_500_000 * 0.95,
	crashedHigh: 8_500_000 * 1.05,
	back: 0.97,
	endLow: 0.985,
	endHigh: 0.995
} as const;

/** Whether a run meets every target. */
export function isAccepted({
	crashedHosts,
	backShare
}: Pick<Reading, 'crashedHosts' | 'backShare'>): boolean {
	const [before, after, end] = backShare;
	return (
		crashedHosts >= TARGETS.crashedLow &&
		crashedHosts <= TARGETS.crashedHigh &&
		before! < TARGETS.back &&
		after! >= TARGETS.back &&
		end! >= TARGETS.endLow &&
		end! <= TARGETS.endHigh
	);
}
