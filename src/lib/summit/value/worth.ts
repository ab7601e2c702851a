import type { CommonOutcome, Measure, Outcome, PrivateOutcome, RedLine } from '../../scenario/summit.ts';
import { COMMON_OUTCOMES, PRIVATE_OUTCOMES } from '../../scenario/schema/summit.ts';
import type { Accord, Item } from '../accord/accord.ts';
import { holdAll } from '../accord/conditions.ts';
import { auditedShare, credence, credenceIn } from './credence.ts';
import { paidFor } from './money.ts';
import { measureOf, type Stake } from './stake.ts';
import { ownPart, reach } from './strength.ts';

const HIGHEST_GRADE = 3;
/** One can lose twice as much of something as one can win. */
const LOSS_LIMIT = 2;

/** What a text is worth to one party. */
export interface Worth {
	readonly points: number;
	/** Over what it would walk away from. */
	readonly surplus: number;
	/** Points by what it cares about. */
	readonly by: Readonly<Record<Outcome, number>>;
	readonly pledges: number;
	readonly paidUsdMillion: number;
	/** What it never agrees to, whatever the sum. */
	readonly crossed: readonly RedLine[];
	/** Whether it would say yes to it: enough for it, affordable, and no red line crossed. */
	readonly isYes: boolean;
}

/** Worths that were worked out: bots weigh the same texts and items again and again. Neither ever changes. */
const known = new WeakMap<Stake, WeakMap<Accord, Worth>>();
/** By how far the text is audited. */
const knownItems = new WeakMap<Stake, Map<number, WeakMap<Item, Weighed>>>();

/** One party's worth of a text: the whole of how interests, belief and money are put together. */
export function worthOf(stake: Stake, accord: Accord): Worth {
	const own = known.get(stake) ?? new WeakMap<Accord, Worth>();
	known.set(stake, own);
	const found = own.get(accord) ?? workedOut(stake, accord);
	own.set(accord, found);
	return found;
}

function workedOut(stake: Stake, accord: Accord): Worth {
	const { party, rules } = stake;
	const items = weighedItems(stake, accord);
	const by = {} as Record<Outcome, number>;
	for (const outcome of COMMON_OUTCOMES) by[outcome] = party.weights[outcome] * bettered(outcome, items);
	for (const outcome of PRIVATE_OUTCOMES) by[outcome] = ownPoints(stake, outcome, items);
	const paidUsdMillion = items.reduce((sum, { paid }) => sum + paid, 0);
	by.money = (-party.weights.money * paidUsdMillion) / party.budgetUsdMillion;
	const pledges = pledgePoints(stake, accord);
	const points = Object.values(by).reduce((sum, one) => sum + one, pledges);
	const crossed = party.redLines.filter(({ when }) => holdAll(when, accord, stake.measures, paidUsdMillion));
	const surplus = points - stake.walksAwayBelow;
	const isYes = surplus >= 0 && crossed.length === 0 && paidUsdMillion <= party.budgetUsdMillion;
	return { points, surplus, by, pledges, paidUsdMillion, crossed, isYes };

	function pledgePoints(from: Stake, text: Accord): number {
		const believed = text.pledges
			.filter(({ to }) => to === party.id)
			.map((pledge) => credenceIn(from, pledge.by, text))
			.sort((a, b) => b - a)
			.slice(0, rules.pledge.most);
		return rules.pledge.points * believed.reduce((sum, one) => sum + one, 0);
	}
}

function weighedItems(stake: Stake, accord: Accord): Weighed[] {
	const audited = auditedShare(stake, accord);
	const all = knownItems.get(stake) ?? new Map<number, WeakMap<Item, Weighed>>();
	knownItems.set(stake, all);
	const before = all.get(audited) ?? new WeakMap<Item, Weighed>();
	all.set(audited, before);
	return accord.items.flatMap((item) => {
		const measure = measureOf(stake, item.measure);
		if (measure === undefined) return [];
		const found = before.get(item) ?? weighed(stake, accord, measure, item);
		before.set(item, found);
		return [found];
	});
}

interface Weighed {
	readonly promises: Readonly<Record<CommonOutcome, number>>;
	readonly grades: Readonly<Record<PrivateOutcome, number>>;
	readonly paid: number;
}

/** What a party makes of one item: gains as far as it believes the owners, harm in full. */
function weighed(stake: Stake, accord: Accord, measure: Measure, item: Item): Weighed {
	const { party, rules } = stake;
	const kept = reach(measure, item, rules.horizonMonths);
	const belief = credence(stake, measure.owners, accord);
	const felt = (value: number) => value * kept * (value > 0 ? belief : 1);
	const own = measure.grades[party.id];
	const part = ownPart(item, party.id, rules.horizonMonths);
	const graded = (grade: number) => felt(grade / HIGHEST_GRADE) * (grade < 0 ? part : 1);
	const { hosts, recovery, services, protection } = measure.promises;
	return {
		promises: {
			hosts: felt(hosts),
			recovery: felt(recovery),
			services: felt(services),
			protection: felt(protection)
		},
		grades: {
			market: graded(own?.market ?? 0),
			freedom: graded(own?.freedom ?? 0),
			standing: graded(own?.standing ?? 0)
		},
		paid: paidFor(measure, item, party.id, rules.horizonMonths)
	};
}

/** How much better a common outcome gets: each measure betters what the others have left; protection adds up. */
function bettered(outcome: CommonOutcome, items: readonly Weighed[]): number {
	if (outcome === 'protection') {
		return Math.max(
			-1,
			items.reduce((sum, { promises }) => sum + promises.protection, 0)
		);
	}
	return 1 - items.reduce((left, { promises }) => left * (1 - promises[outcome]), 1);
}

/** What a party wins and loses for itself, each with its limit. */
function ownPoints({ party }: Stake, outcome: PrivateOutcome, items: readonly Weighed[]): number {
	const weight = party.weights[outcome];
	const gained = items.reduce((sum, { grades }) => sum + Math.max(0, grades[outcome]), 0);
	const lost = items.reduce((sum, { grades }) => sum + Math.max(0, -grades[outcome]), 0);
	return weight * (Math.min(1, gained) - Math.min(LOSS_LIMIT, lost));
}
