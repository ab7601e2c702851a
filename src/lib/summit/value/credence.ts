import { itemOf, type Accord } from '../accord/accord.ts';
import { byId } from '../accord/by-id.ts';
import type { Stake } from './stake.ts';
import { reach } from './strength.ts';

/**
 * How far a party believes that the owners of a measure will keep it: itself wholly, another as far as it trusts them,
 * and where audits are agreed, more.
 */
export function credence(stake: Stake, owners: readonly string[], accord: Accord): number {
	return owners.reduce((sum, owner) => sum + credenceIn(stake, owner, accord), 0) / owners.length;
}

/** How far a party believes what another one promises. */
export function credenceIn({ party, trust, rules, measures }: Stake, other: string, accord: Accord): number {
	if (other === party.id) return 1;
	const own = trust[other] ?? 0;
	return own + (1 - own) * rules.audit.belief * auditedShare({ rules, measures }, accord);
}

/** How far what parties promise is audited: wholly at the reference, less where audits are few, late or for some only. */
export function auditedShare({ rules, measures }: Pick<Stake, 'rules' | 'measures'>, accord: Accord): number {
	const item = itemOf(accord, rules.audit.measure);
	const measure = byId(measures).get(rules.audit.measure);
	if (item === undefined || measure === undefined) return 0;
	return Math.min(1, reach(measure, item, rules.horizonMonths));
}
