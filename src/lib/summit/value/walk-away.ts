import type { Party, Summit } from '../../scenario/summit.ts';
import type { Trust } from './trust.ts';

/**
 * Points under which a party is better off without an accord. Whoever is pressed must be content with less as the trust
 * of those who can buy elsewhere, sue or make laws goes, and may ask for a little more as it grows.
 */
export function walkAwayOf(
	{ rules }: Pick<Summit, 'rules'>,
	party: Pick<Party, 'id' | 'walksAwayBelow'>,
	atFirst: Trust,
	now: Trust
): number {
	const { pressed } = rules;
	if (pressed === undefined || !pressed.parties.includes(party.id)) return party.walksAwayBelow;
	const judges = pressed.judges.filter((judge) => judge !== party.id);
	const tenths =
		(10 * sumOf(judges, (judge) => trustIn(now, judge, party.id) - trustIn(atFirst, judge, party.id))) /
		judges.length;
	return (
		party.walksAwayBelow + tenths * (tenths < 0 ? pressed.pointsPerTenthLost : pressed.pointsPerTenthWon)
	);
}

function trustIn(trust: Trust, who: string, whom: string): number {
	return trust[who]?.[whom] ?? 0;
}

function sumOf(ids: readonly string[], of: (id: string) => number): number {
	return ids.reduce((sum, id) => sum + of(id), 0);
}
