import { itemOf, type Accord } from '../accord/accord.ts';
import type { Stake } from './stake.ts';

/**
 * How far a party believes that the owners of a measure will keep it: itself wholly, another as far as it trusts them,
 * and where audits are agreed, more.
 */
export function credence(stake: Stake, owners: readonly string[], accord: Accord): number {
	return owners.reduce((sum, owner) => sum + credenceIn(stake, owner, accord), 0) / owners.length;
}

/** How far a party believes what another one promises. */
export function credenceIn({ party, trust, rules }: Stake, other: string, accord: Accord): number {
	if (other === party.id) return 1;
	const own = trust[other] ?? 0;
	const audited = itemOf(accord, rules.audit.measure) !== undefined;
	return audited ? own + (1 - own) * rules.audit.belief : own;
}
