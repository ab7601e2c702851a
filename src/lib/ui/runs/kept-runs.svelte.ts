import { keptRuns, type KeptRun, type RunStore, type RunSummary } from '../../client/runs/run-summary.ts';

/** The runs kept on this device, read without starting a room. `runs` is null until they are known. */
export class KeptRuns {
	runs = $state.raw<readonly KeptRun[] | null>(null);
	/** False where this browser keeps nothing for the page. */
	isKept = $state(true);

	async read(): Promise<void> {
		try {
			this.runs = keptRuns(await asking((store) => store.list()));
		} catch {
			this.isKept = false;
			this.runs = [];
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
	const { IdbLogStore } = await import('../../client/store/idb-log-store.ts');
	const store = await IdbLogStore.open<RunSummary>();
	try {
		return await question(store);
	} finally {
		store.close();
	}
}
