import type { RoomEvent } from '../../exercise/log/events.ts';
import { StoreFault, type RunMeta, type RunStore, type StoredRun } from './run-store.ts';

/** Keeps runs for as long as the worker lives: where the device keeps nothing. */
export class MemoryStore implements RunStore {
	readonly #runs = new Map<string, StoredRun>();

	async create(run: StoredRun): Promise<void> {
		this.#runs.set(run.meta.runId, run);
	}

	async append(meta: RunMeta, from: number, events: readonly RoomEvent[]): Promise<void> {
		const before = this.#runs.get(meta.runId);
		if (before === undefined) throw new StoreFault('gone');
		if (before.meta.writer !== meta.writer) throw new StoreFault('elsewhere');
		this.#runs.set(meta.runId, { meta, events: [...before.events.slice(0, from), ...events] });
	}

	async takeOver(runId: string, writer: string): Promise<StoredRun | null> {
		const run = this.#runs.get(runId);
		if (run === undefined) return null;
		const taken = { ...run, meta: { ...run.meta, writer } };
		this.#runs.set(runId, taken);
		return taken;
	}

	async read(runId: string): Promise<StoredRun | null> {
		return this.#runs.get(runId) ?? null;
	}

	async list(): Promise<readonly RunMeta[]> {
		return latestFirst([...this.#runs.values()].map(({ meta }) => meta));
	}

	async forget(runId: string): Promise<void> {
		this.#runs.delete(runId);
	}
}

/** Runs by when they were changed last. */
export function latestFirst(metas: readonly RunMeta[]): RunMeta[] {
	return [...metas].sort((a, b) => b.changedAtMs - a.changedAtMs || (a.runId < b.runId ? -1 : 1));
}
