import { chanceWithin } from '../exact/exp.ts';
import { log1p } from '../exact/log.ts';

/** The race is looked at by the hour, or by the step where steps are longer. */
const PERIOD_MIN = 60;

/** So few still restart by themselves that the race is over. */
const OVER_SHARE = 0.001;

/** Number of the period that a step of `stepMin`, `sinceMin` minutes into the race, falls into. */
export function racePeriod(sinceMin: number, stepMin: number): number {
	return Math.floor(sinceMin / Math.max(PERIOD_MIN, stepMin));
}

/**
 * Rate a minute at which a host that is down comes back by itself while no technician is at it.
 *
 * Crashed hosts restart again and again. While they do, one fetches the reverted content before it fails after
 * `raceMin` on the mean; and it stops restarting, at its recovery screen, after `rebootsForMin` on the mean. So
 * rebootsForMin/(raceMin + rebootsForMin) of them win in the end, most of them soon. That up to fifteen restarts helped
 * some is known (fact cs-reboots); the two means are assumed.
 *
 * @param sinceMin minutes since the release was no longer on offer
 * @param stepMin length of the step that the rate is for
 */
export function raceRate(sinceMin: number, stepMin: number, raceMin: number, rebootsForMin: number): number {
	const winners = rebootsForMin / (raceMin + rebootsForMin);
	return shareRate(sinceMin, stepMin, winners, 1 / (1 / raceMin + 1 / rebootsForMin));
}

/**
 * Rate a minute at which hosts that are still down come back, where a share of all can, after `meanMin` on the mean, and
 * the others cannot: it falls as those who can are back. Hosts that go down later are taken for as old as the first.
 *
 * @param sinceMin minutes since the first of them could
 * @param stepMin length of the step that the rate is for
 */
export function shareRate(sinceMin: number, stepMin: number, share: number, meanMin: number): number {
	const period = Math.max(PERIOD_MIN, stepMin);
	const fromMin = racePeriod(sinceMin, stepMin) * period;
	const ended = chanceWithin(fromMin, meanMin);
	if (1 - ended < OVER_SHARE) return 0;
	const won = share * ended;
	const wins = (share * (1 - ended) * chanceWithin(period, meanMin)) / (1 - won);
	return -log1p(-wins) / period;
}
