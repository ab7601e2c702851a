import type { KnownWorlds } from './coalition.ts';
import type { Precedence } from './precedence.ts';

/**
 * The worth of each item by measure where every world is known: each contribution by the share of orders in which it is
 * made.
 */
export function exactWorth(precedence: Precedence, known: KnownWorlds, measures: number): number[][] {
	const { all } = precedence;
	const orders = precedence.ordersOf(all);
	const worths = all.map(() => Array.from({ length: measures }, () => 0));
	for (const coalition of precedence.allowed() ?? []) {
		const before = precedence.ordersOf(coalition);
		for (const item of all) {
			const larger = [...coalition, item].sort((a, b) => a - b);
			if (coalition.includes(item) || !precedence.allows(larger)) continue;
			const rest = all.filter((one) => !larger.includes(one));
			const share = (before * precedence.ordersOf(rest)) / orders;
			const [without, withIt] = [known.of(coalition), known.of(larger)];
			for (let measure = 0; measure < measures; measure++)
				worths[item]![measure]! += share * (withIt[measure]! - without[measure]!);
		}
	}
	return worths;
}
