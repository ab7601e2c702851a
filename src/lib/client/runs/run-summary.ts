import type { Progress } from '../../room/progress.ts';
import type { LogHead, LogStore, StoredLog } from '../../room/store/log-store.ts';
import type { Localized } from '../../scenario/scenario.ts';
import type { NewRun } from '../room/open-room.ts';
import { isOwnRef } from '../../room/scenario-ref.ts';
import { isOfEarlierVersion } from './earlier-version.ts';

/** What a list shows of a run kept on this device, and what opening it needs besides its log. */
export interface RunSummary extends NewRun {
	readonly title: Localized;
	/** Null: the whole table. */
	readonly roleName: Localized | null;
	/** Dates of the device, ms since 1970. */
	readonly startedAtMs: number;
	readonly changedAtMs: number;
	readonly progress: Progress;
	readonly minute: number;
	/** What a fork was called; missing: nobody gave it a name. */
	readonly name?: string;
	readonly forkedFrom: { readonly runId: string; readonly round: number } | null;
	/** Known once the run has ended: its harm index, and the record's. */
	readonly result: { readonly harm: number; readonly recordHarm: number } | null;
}

export type RunHead = LogHead<RunSummary>;
export type StoredRun = StoredLog<RunSummary>;
export type RunStore = LogStore<RunSummary>;

/** A run as a list shows it. */
export type KeptRun = Omit<RunSummary, 'bots'> & { readonly runId: string };

/** The same, with whether it can only be shown: it has not ended, and was begun with an earlier version. */
export interface ListedRun extends KeptRun {
	readonly isOfEarlierVersion: boolean;
}

/** The runs of a store for a list; what an event says of them is read where it matters. */
export async function listedRuns(store: RunStore): Promise<ListedRun[]> {
	const isEarlier = async ({ runId, progress, scenarioId }: KeptRun): Promise<boolean> => {
		if (progress.kind === 'hotWash') return false;
		return isOfEarlierVersion((await store.read(runId))?.events ?? [], isOwnRef(scenarioId));
	};
	const runs = keptRuns(await store.list());
	return Promise.all(runs.map(async (run) => ({ ...run, isOfEarlierVersion: await isEarlier(run) })));
}

/** Runs for a list, those changed last first. */
export function keptRuns(heads: readonly RunHead[]): KeptRun[] {
	return [...heads]
		.sort((a, b) => b.summary.changedAtMs - a.summary.changedAtMs || (a.id < b.id ? -1 : 1))
		.map(({ id, summary: { bots: _bots, ...summary } }) => ({ runId: id, ...summary }));
}
