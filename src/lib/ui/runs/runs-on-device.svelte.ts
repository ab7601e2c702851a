import { listedRuns, type ListedRun, type RunStore, type RunSummary } from '../../client/runs/run-summary.ts';
import { StoreFault } from '../../room/store/log-store.ts';

/** Why the list is not known: browsers that keep nothing, and those that cannot say just now. */
export type ListTrouble = 'nothingKept' | 'notRead';

/** The runs kept on this device, read without starting a room. `runs` is null until they are known. */
export class RunsOnDevice {
	runs = $state.raw<readonly ListedRun[] | null>(null);
	trouble = $state<ListTrouble | null>(null);

	async read(): Promise<void> {
		try {
			this.runs = await asking(listedRuns);
			this.trouble = null;
		} catch (error) {
			const isNone = error instanceof StoreFault && (error.code === 'missing' || error.code === 'forbidden');
			this.trouble = isNone ? 'nothingKept' : 'notRead';
		}
	}

	async forget(runId: string): Promise<void> {
		try {
			await asking((store) => store.forget(runId));
		} finally {
			await this.read();
		}
	}
}

/** A connection for each question: one that is left open lives as long as the page, also where it is left. */
async function asking<Answer>(question: (store: RunStore) => Promise<Answer>): Promise<Answer> {
	const { steadyIdbStore } = await import('../../client/store/connections.ts');
	const store = steadyIdbStore<RunSummary>();
	try {
		return await question(store);
	} finally {
		store.close();
	}
}
