import type { EnsembleRange } from '../../debrief/attribution/attribution.ts';
import { KnownWorlds } from '../../debrief/attribution/coalition.ts';
import { movedRanges, rangeOf } from '../../debrief/attribution/ranges.ts';
import type { ShapleySampler } from '../../debrief/attribution/sampler.ts';
import type { Order } from '../../sim/model.ts';
import { distinct, measuresOf, type PlayRuns } from './play-runs.ts';

/** So many of the ensemble's sets, evenly chosen, each with so many worlds. */
const MEMBERS = 6;
const MEMBER_WORLDS = 32;

/** Every world of the decisions that matter most, under other parameters: without an error of sampling. */
export async function overEnsemble(
	runs: PlayRuns,
	sampler: ShapleySampler,
	ensemble: readonly (readonly Order[])[]
): Promise<EnsembleRange | null> {
	const members = evenly(ensemble, MEMBERS);
	const { worths, total } = sampler.estimates();
	if (members.length === 0 || worths === null) return null;
	const main = sampler.mainGame(MEMBER_WORLDS);
	await runs.know(main.worlds, sampler.known);
	const measures = measuresOf(runs.play).length;
	const own = main.worths(sampler.known, measures);
	const others: { readonly worths: number[][]; readonly total: number[] }[] = [];
	for (const beforehand of members) {
		const known = new KnownWorlds();
		const { all } = sampler.precedence;
		const worlds = distinct([...main.worlds, all, []]);
		await runs.run(
			worlds.map((world) => runs.keeping(world, runs.play.seed, beforehand)),
			(index, values) => known.set(worlds[index]!, values)
		);
		const none = known.of([]);
		const whole = known.of(all).map((value, measure) => value - none[measure]!);
		others.push({ worths: main.worths(known, measures), total: whole });
	}
	return {
		members: members.length,
		worths: worths.map((one, item) => {
			if (!main.items.includes(item)) return null;
			const means = one.map(({ mean }) => mean);
			return movedRanges(
				means,
				own[item]!,
				others.map((other) => other.worths[item]!)
			);
		}),
		total: rangeOf([total, ...others.map((one) => one.total)])
	};
}

/** So many of a list, from its first on, evenly apart. */
function evenly<Item>(items: readonly Item[], most: number): Item[] {
	if (items.length <= most) return [...items];
	return Array.from({ length: most }, (_, i) => items[Math.floor((i * items.length) / most)]!);
}
