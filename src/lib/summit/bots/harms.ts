import type { PrivateOutcome } from '../../scenario/summit.ts';
import { PRIVATE_OUTCOMES } from '../../scenario/schema/summit.ts';
import type { Accord, Item } from '../accord/accord.ts';
import type { Reason } from '../log/reasons.ts';
import { credence, credenceIn } from '../value/credence.ts';
import { paidFor } from '../value/money.ts';
import { FELT } from '../value/most-felt.ts';
import { measureOf } from '../value/stake.ts';
import { ownPart, reach } from '../value/strength.ts';
import type { Mind } from './mind.ts';

/** What is believed less than this is not believed. */
export const BELIEVED = 0.4;

export interface Harm {
	readonly reason: Reason;
	readonly points: number;
}

/** What an item takes from it, by kind, and what it cannot believe of it. */
export function harmsOf(mind: Mind, text: Accord, item: Item): Harm[] {
	const { stake, id } = mind;
	const { party, rules } = stake;
	const measure = measureOf(stake, item.measure);
	if (measure === undefined) return [];
	const kept = reach(measure, item, rules.horizonMonths);
	const grades = measure.grades[id];
	const at = { measure: measure.id };
	const points = (outcome: PrivateOutcome) => (party.weights[outcome] * (grades?.[outcome] ?? 0) * kept) / 3;
	const usdMillion = paidFor(measure, item, id, rules.horizonMonths);
	const belief = credence(stake, measure.owners, text);
	const promised = PRIVATE_OUTCOMES.reduce((sum, outcome) => sum + Math.max(0, points(outcome)), 0);
	const least = measure.owners
		.filter((owner) => owner !== id)
		.sort((a, b) => credenceIn(stake, a, text) - credenceIn(stake, b, text))[0];
	const all: Harm[] = [
		...PRIVATE_OUTCOMES.map((kind) => ({
			reason: { kind, ...at },
			points: -points(kind) * ownPart(item, id, rules.horizonMonths)
		})),
		{
			reason: { kind: 'protection', ...at },
			points: -party.weights.protection * measure.promises.protection * kept
		},
		{
			reason: { kind: 'money', ...at, usdMillion, ofUsdMillion: party.budgetUsdMillion },
			points: (party.weights.money * usdMillion) / party.budgetUsdMillion
		},
		...(least !== undefined && belief < BELIEVED
			? [{ reason: { kind: 'credibility', ...at, owner: least } as const, points: promised * (1 - belief) }]
			: [])
	];
	return all.filter((harm) => harm.points >= FELT / 2);
}
