import type { Measure, Party, Summit } from '../../scenario/summit.ts';
import { itemOf, type Accord, type Item } from '../../summit/accord/accord.ts';
import { parameterIn } from '../../summit/accord/conditions.ts';
import { auditedShare } from '../../summit/value/credence.ts';
import { paidFor } from '../../summit/value/money.ts';
import type { Agreement } from './agreement.ts';

/** What nobody knows of the years after: drawn once for each set of the model's parameters, the same for all accords. */
export interface Uncertain {
	/** How much longer than planned everything takes; projects slip (assumed: 0.8 to 1.6). */
	readonly leadFactor: number;
	/** Added to everybody's compliance (assumed: −0.1 to 0.1). */
	readonly complianceShift: number;
}

export const AS_PLANNED: Uncertain = { leadFactor: 1, complianceShift: 0 };

/** Months after which duties that nobody audits begin to be forgotten (assumed). */
const FORGOTTEN_AFTER = 24;
/** A date that a measure names takes this long to be met everywhere (assumed). */
const BY_DATE_MONTHS = 6;

/**
 * How far a party does what an item asks of it, at a month after the summit: 0 not at all, 1 wholly. It begins after its
 * lead time and comes slowly, then fast, then slowly (x²(3 − 2x)), up to the party's compliance.
 */
export function adoptionOf(
	summit: Summit,
	agreement: Agreement,
	item: Item,
	owner: string,
	months: number,
	uncertain: Uncertain = AS_PLANNED
): number {
	const measure = summit.measures.find(({ id }) => id === item.measure);
	const party = summit.parties.find(({ id }) => id === owner);
	if (measure === undefined || party === undefined || !measure.owners.includes(owner)) return 0;
	const signed = agreement.signatories.includes(owner);
	if (!signed && !agreement.imposed.includes(item.measure)) return 0;
	if (item.exempt.some((one) => one.party === owner && months < one.untilMonth)) return 0;
	const later = item.laterMonths + (signed ? 0 : (summit.rules.imposed?.laterMonths ?? 0));
	const { leadMonths, fullMonths } = timingOf(measure, item);
	const gone = (months - later) / uncertain.leadFactor;
	const grown = rise(
		fullMonths > leadMonths ? (gone - leadMonths) / (fullMonths - leadMonths) : gone - leadMonths + 1
	);
	return grown * compliance(summit, agreement, { measure, item, party, signed, months, uncertain });
}

/** The month in which an item begins to work where everything goes as planned, for those who signed. */
export function beginsInMonth(measure: Measure, item: Item): number {
	return timingOf(measure, item).leadMonths + item.laterMonths;
}

/**
 * Months until an item begins to work and until it works fully, before what delays it. A measure whose date is bargained
 * over begins, or is whole, at that date.
 */
export function timingOf(measure: Measure, item: Item): { leadMonths: number; fullMonths: number } {
	const { id, leadMonths, fullMonths } = measure;
	const value = (parameter: string) => parameterIn(item, measure, parameter);
	if (id === 'pr-kernel-end')
		return { leadMonths: value('month'), fullMonths: value('month') + BY_DATE_MONTHS };
	if (id === 'pr-user-mode') {
		const by = Math.max(leadMonths, value('months'));
		return { leadMonths: Math.min(leadMonths, by), fullMonths: by + fullMonths - 24 };
	}
	return { leadMonths, fullMonths };
}

function rise(x: number): number {
	if (x <= 0) return 0;
	return x >= 1 ? 1 : x * x * (3 - 2 * x);
}

interface Duty {
	readonly measure: Measure;
	readonly item: Item;
	readonly party: Party;
	readonly signed: boolean;
	readonly months: number;
	readonly uncertain: Uncertain;
}

/**
 * How well a party keeps an item, from 0.05 to 0.98: by its trust in those who proposed and pay, audits, what it risks,
 * and what the item costs it. Every weight is assumed.
 */
function compliance(summit: Summit, agreement: Agreement, duty: Duty): number {
	const { measure, item, party, signed, months, uncertain } = duty;
	const accord: Accord = { items: agreement.items, pledges: [] };
	const audit = auditedShare({ rules: summit.rules, measures: summit.measures }, accord);
	const paid = paidFor(measure, item, party.id, summit.rules.horizonMonths);
	const burden = Math.max(0, paid) / party.budgetUsdMillion;
	const has = (id: string) => itemOf(accord, id) !== undefined;
	const certified = has('te-cert') && (measure.theme === 'safe-deployment' || measure.theme === 'testing');
	const kept =
		0.3 +
		0.1 +
		uncertain.complianceShift +
		0.3 * (signed ? trustIn(agreement, item, party.id) : 0) +
		0.2 * audit +
		(has('ma-liability') || has('ma-insurance') ? 0.1 : 0) +
		(certified && party.vendors.length > 0 ? 0.1 : 0) -
		0.35 * Math.min(1, burden) -
		(months > FORGOTTEN_AFTER && audit === 0 ? 0.1 : 0);
	return Math.min(0.98, Math.max(0.05, kept));
}

/** Mean trust of a party in whoever proposed an item and pays for it; its own item it trusts wholly. */
function trustIn({ trust }: Agreement, { proposedBy, covers }: Item, party: string): number {
	const others = [proposedBy, ...covers.filter(({ of }) => of === party).map(({ by }) => by)];
	const all = others.map((other) => (other === party ? 1 : (trust[party]?.[other] ?? 0)));
	return all.reduce((sum, one) => sum + one, 0) / all.length;
}
