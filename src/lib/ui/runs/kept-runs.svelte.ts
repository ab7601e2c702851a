import type { KeptRun } from '../../client/room/room-client.ts';

/** The runs kept on this device, read without starting a room. `runs` is null until they are known. */
export class KeptRuns {
	runs = $state.raw<readonly KeptRun[] | null>(null);
	/** False where this browser keeps nothing for the page. */
	isKept = $state(true);

	async read(): Promise<void> {
		try {
			this.runs = await (await store()).list();
		} catch {
			this.isKept = false;
			this.runs = [];
		}
	}

	async forget(runId: string): Promise<void> {
		try {
			await (await store()).forget(runId);
		} finally {
			await this.read();
		}
	}
}

async function store() {
	const { IdbStore } = await import('../../client/store/idb-store.ts');
	return IdbStore.open();
}
