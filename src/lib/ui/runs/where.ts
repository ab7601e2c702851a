import type { KeptRun, ListedRun } from '../../client/runs/run-summary.ts';
import { inLocale, wordsFor } from '../../text/words.ts';

const words = wordsFor().runs;
const MINUTE_MS = 60_000;
const EPOCH_2000_MS = Date.UTC(2000, 0, 1);

/** Where a kept run stands, in words. */
export function whereOf({ progress }: KeptRun): string {
	if (progress.kind === 'deciding' || progress.kind === 'situation')
		return words.where.deciding(progress.part, progress.round, progress.rounds);
	if (progress.kind === 'running') return words.where.running[progress.part];
	return words.where[progress.kind];
}

export function roleOf({ roleName }: KeptRun): string {
	return roleName === null ? words.table : inLocale(roleName);
}

/** When it was last played, on the wall's clock. */
export function changedAt({ changedAtMs }: Pick<KeptRun, 'changedAtMs'>): string {
	return wallMoment(changedAtMs);
}

/** A moment on the wall's clock. */
export function wallMoment(dateMs: number): string {
	return words.moment(Math.floor((dateMs - EPOCH_2000_MS) / MINUTE_MS));
}

/** Runs in their order, forks right after the run they were forked from, with how deep each stands. */
export function withForks<Run extends Pick<KeptRun, 'runId' | 'forkedFrom'>>(
	runs: readonly Run[]
): { readonly run: Run; readonly depth: number }[] {
	const isListed = (id: string) => runs.some(({ runId }) => runId === id);
	const under = (parent: string | null, depth: number): { run: Run; depth: number }[] =>
		runs
			.filter(({ forkedFrom }) => {
				const id = forkedFrom?.runId ?? null;
				return parent === null ? id === null || !isListed(id) : id === parent;
			})
			.flatMap((run) => [{ run, depth }, ...under(run.runId, depth + 1)]);
	return under(null, 0);
}

export function hasEnded({ progress }: KeptRun): boolean {
	return progress.kind === 'hotWash';
}

/** Whether it waits for somebody to play on. */
export function canBeContinued(run: ListedRun): boolean {
	return !hasEnded(run) && !run.isOfEarlierVersion;
}

/** What opening it is called: one that cannot be played on is not offered to be continued. */
export function openingWords(run: ListedRun): string {
	if (run.isOfEarlierVersion) return words.openEarlier;
	return hasEnded(run) ? words.openEnded : words.open;
}
