import {
	InteractionSampler,
	jointOf,
	lastOf,
	pairsOf,
	worldsOf,
	type Interaction
} from '../../debrief/attribution/interactions.ts';
import { allEffects, LEAST_PAIRS, type ShapleySampler } from '../../debrief/attribution/sampler.ts';
import type { PlayRuns } from './play-runs.ts';

/** Interactions are looked for among the decisions that did most, and sampled for the pairs that have most of it. */
const LOOKED_AT = 6;
const SAMPLED_PAIRS = 4;
/** A joint effect below this share of all effects is not worth a sentence (assumed). */
const WORTH_NAMING = 0.03;

/**
 * How decisions bear on each other in the first measure: first where all else is as played, which takes few runs; then,
 * for the pairs with most of it, over orders.
 */
export async function interactionsFound(
	runs: PlayRuns,
	sampler: ShapleySampler
): Promise<readonly Interaction[]> {
	const { precedence, known } = sampler;
	const { worths } = sampler.estimates();
	if (worths === null) return [];
	const size = (item: number) => Math.abs(worths[item]![0]!.mean);
	const most = precedence.all.slice().sort((a, b) => size(b) - size(a) || a - b);
	const pairs = pairsOf(precedence, most.slice(0, LOOKED_AT));
	await runs.know(
		pairs.flatMap((pair) => worldsOf(lastOf(precedence, pair))),
		known
	);
	const joint = (at: number) => Math.abs(jointOf(known, lastOf(precedence, pairs[at]!), 0) ?? 0);
	const chosen = pairs
		.map((_, at) => at)
		.sort((a, b) => joint(b) - joint(a) || a - b)
		.slice(0, SAMPLED_PAIRS)
		.map((at) => pairs[at]!);
	const { seed } = runs.play;
	const interactions = new InteractionSampler(precedence, known, chosen, { seed, measure: 0 });
	for (let i = 0; i < LEAST_PAIRS; i++) await runs.know(interactions.next(), known);
	return interactions.found(WORTH_NAMING * allEffects(worths, 0));
}
