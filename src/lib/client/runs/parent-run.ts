import { ownDecisions, type ParentRun } from '../../debrief/hot-wash/fork.ts';
import type { HotWash } from '../../debrief/hot-wash/hot-wash.ts';
import { keptResults } from './kept-results.ts';
import type { RunStore, RunSummary } from './run-summary.ts';

/** What is kept of the run that another one was forked from; null: it has gone, or never came to its end. */
export async function parentRunOf(
	store: RunStore,
	{ forkedFrom, seed }: Pick<RunSummary, 'forkedFrom' | 'seed'>
): Promise<ParentRun | null> {
	if (forkedFrom === null) return null;
	const { runId, round } = forkedFrom;
	const head = (await store.list()).find(({ id }) => id === runId);
	const results = await keptResults(store, runId);
	const told = results?.find(({ type }) => type === 'hotWash') as { readonly hotWash: HotWash } | undefined;
	if (head === undefined || told === undefined) return null;
	const { startedAtMs, seed: parentSeed } = head.summary;
	const harm = told.hotWash.finding.harm?.played ?? null;
	const decisions = ownDecisions(told.hotWash);
	return { runId, round, startedAtMs, isSameSeed: parentSeed === seed, harm, decisions };
}
