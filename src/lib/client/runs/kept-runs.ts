import { StoreFault } from '../../room/store/log-store.ts';
import { NotOpened } from '../room/not-opened.ts';
import type { OpenedStore } from '../store/open-store.ts';
import type { RunStore, RunSummary, StoredRun } from './run-summary.ts';

/** The runs kept on this device: opened once, when one is asked for first. */
export class KeptRuns {
	readonly #openStore: () => Promise<OpenedStore<RunSummary>>;
	#opened: OpenedStore<RunSummary> | null = null;

	constructor(openStore: () => Promise<OpenedStore<RunSummary>>) {
		this.#openStore = openStore;
	}

	async open(): Promise<OpenedStore<RunSummary>> {
		this.#opened ??= await this.#openStore();
		return this.#opened;
	}

	/** @throws NotOpened where the run is not there, or may be there and cannot be read */
	read(runId: string): Promise<StoredRun> {
		return this.#found((store) => store.read(runId));
	}

	/** The same, and nobody but this writer may go on with it. @throws NotOpened */
	takeOver(runId: string, writer: string): Promise<StoredRun> {
		return this.#found((store) => store.takeOver(runId, writer));
	}

	/** The only one who may append to a run; null: unknown. */
	async writerOf(runId: string): Promise<string | null> {
		const { store } = await this.open();
		const heads = await store.list().catch(() => []);
		return heads.find(({ id }) => id === runId)?.writer ?? null;
	}

	async #found(ask: (store: RunStore) => Promise<StoredRun | null>): Promise<StoredRun> {
		const { store, fault } = await this.open();
		const run = await ask(store).catch((error: unknown) => {
			const code = error instanceof StoreFault ? error.code : 'broken';
			throw new NotOpened({ code: 'notRead', params: { store: code } }, true);
		});
		if (run !== null) return run;
		if (fault !== null) throw new NotOpened({ code: 'notRead', params: { store: fault } });
		throw new NotOpened({ code: 'noSuchRun', params: {} });
	}
}
