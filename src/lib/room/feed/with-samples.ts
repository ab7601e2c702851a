import type { Sample } from './samples.ts';

/** As many as a curve may have: more than there are pixels for. */
const SAMPLES_MOST = 800;

/**
 * The samples with later ones added. Past their most, every second of the older half goes, so that what is recent stays
 * fine; the first and the last are always there.
 */
export function withSamples(samples: readonly Sample[], later: readonly Sample[]): readonly Sample[] {
	const all = [...samples];
	for (const sample of later) {
		if (sample.minute > (all.at(-1)?.minute ?? -1)) all.push(sample);
	}
	if (all.length <= SAMPLES_MOST) return all;
	const half = SAMPLES_MOST / 2;
	return all.filter((_, index) => index === 0 || index >= half || index % 2 === 1);
}
