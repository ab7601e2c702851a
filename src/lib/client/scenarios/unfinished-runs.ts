import { idOfRef, isOwnRef } from '../../room/scenario-ref.ts';
import type { RunHead, RunSummary } from '../runs/run-summary.ts';

/** How many of these runs were begun with a version of this author's scenario and have not ended. */
export function countUnfinished(ref: string, heads: readonly Pick<RunHead, 'summary'>[]): number {
	return heads.filter(
		({ summary: { scenarioId, progress } }) => isVersionOf(ref, scenarioId) && progress.kind !== 'hotWash'
	).length;
}

/** Whether both name the same author's scenario, in whatever versions. */
export function isVersionOf(ref: string, other: string): boolean {
	return isOwnRef(ref) && isOwnRef(other) && idOfRef(ref) === idOfRef(other);
}

/** The same of the runs kept on this device; null where they cannot be read. */
export async function unfinishedRunsOf(ref: string): Promise<number | null> {
	try {
		const { steadyIdbStore } = await import('../store/connections.ts');
		const store = steadyIdbStore<RunSummary>();
		try {
			return countUnfinished(ref, await store.list());
		} finally {
			store.close();
		}
	} catch {
		return null;
	}
}
