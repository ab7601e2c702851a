import type { Failure, Outcome, RunParts } from './outcome.ts';

/** Tries at most: each is a run. */
const TRIES_MOST = 40;

/**
 * Leaves out steps of a failed run for as long as the same thing fails without them: half of them first, then less.
 * @returns the steps that are needed, and how the last run without the others failed
 */
export async function withoutNeedless(
	seed: number,
	failure: Failure,
	run: (parts: RunParts) => Promise<Outcome>
): Promise<{ readonly failure: Failure; readonly steps: readonly number[] }> {
	let found = { failure, steps: Array.from({ length: failure.step + 1 }, (_, step) => step) };
	const total = failure.step + 1;
	let tries = 0;
	for (let size = Math.ceil(total / 2); size >= 1 && tries < TRIES_MOST; size = Math.floor(size / 2)) {
		for (let at = 0; at < found.steps.length && tries < TRIES_MOST; tries++) {
			const kept = found.steps.filter((_, index) => index < at || index >= at + size);
			const without = new Set(Array.from({ length: total }, (_, step) => step));
			for (const step of kept) without.delete(step);
			const again = (await run({ seed, steps: total, without })).failure;
			if (again !== null && kindOf(again) === kindOf(failure)) found = { failure: again, steps: kept };
			else at += size;
		}
	}
	return found;
}

/** What failed, without its facts. */
const kindOf = ({ what }: Failure) => what.split(':', 1)[0]!;
