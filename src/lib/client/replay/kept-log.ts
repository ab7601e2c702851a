import { logFileOf } from '../runs/shown-run.ts';
import type { RunStore, RunSummary } from '../runs/run-summary.ts';
import type { ReplayedLog } from './messages.ts';

/** The log of a run on this device as a file; null: it is not here. @throws StoreFault */
export async function keptLog(
	store: RunStore,
	runId: string
): Promise<{ readonly fileName: string; readonly text: string } | null> {
	const run = await store.read(runId);
	return run === null ? null : logFileOf(run, []);
}

/**
 * Keeps a fork beside the run that it left, under its name.
 *
 * @param newId makes ids that nothing else has
 * @param dateMs of this device, ms since 1970
 * @throws StoreFault, and Error where its parent has gone
 */
export async function keepFork(
	store: RunStore,
	parentId: string,
	{ name, fork, series }: ReplayedLog,
	newId: () => string,
	dateMs: number
): Promise<void> {
	const parent = await store.read(parentId);
	if (parent === null || fork === null) throw new Error('the run that was forked is not here any more');
	const summary: RunSummary = {
		...parent.head.summary,
		name,
		startedAtMs: dateMs,
		changedAtMs: dateMs,
		progress: fork.progress,
		minute: series[0]!.endMin,
		forkedFrom: { runId: parentId, round: fork.round },
		result: null
	};
	const head = { ...parent.head, id: newId(), writer: newId(), summary };
	await store.create({ head, events: fork.saved.events });
}
