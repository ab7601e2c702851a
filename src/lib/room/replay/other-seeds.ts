import type { Luck } from '../../debrief/attribution/attribution.ts';
import type { Coalition } from '../../debrief/attribution/coalition.ts';
import { rangeOf } from '../../debrief/attribution/ranges.ts';
import type { PlayRuns } from './play-runs.ts';

/** The same decisions, and none of them, where chance falls otherwise. */
export async function onOtherSeeds(runs: PlayRuns, all: Coalition, count: number): Promise<Luck> {
	const seeds = Array.from({ length: count }, (_, n) => `${runs.play.seed} ${n + 1}`);
	const values = await runs.run(seeds.flatMap((seed) => [runs.keeping(all, seed), runs.keeping([], seed)]));
	const asPlayed = seeds.map((_, n) => values[2 * n]!);
	const total = asPlayed.map((played, n) => played.map((value, i) => value - values[2 * n + 1]![i]!));
	return { seeds: count, asPlayed: rangeOf(asPlayed), total: rangeOf(total) };
}
