import type { KeptWorlds } from '../play-runs.ts';

/** Worlds of a play that are kept as long as a test lasts. */
export function keptInMemory(): KeptWorlds {
	const known = new Map<string, readonly number[]>();
	return {
		get count() {
			return known.size;
		},
		of: (job) => known.get(job),
		keep: (job, values) => void known.set(job, values)
	};
}
