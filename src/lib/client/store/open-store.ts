import { StoreFault, type LogStore, type StoreFaultCode } from '../../room/store/log-store.ts';
import { MemoryLogStore } from '../../room/store/memory-log-store.ts';
import { steadyIdbStore } from './connections.ts';

/** Where runs are kept; `fault` says why nothing survives this worker, where that is so. */
export interface OpenedStore<Summary> {
	readonly store: LogStore<Summary>;
	readonly fault: StoreFaultCode | null;
}

/**
 * The browser's own store. One that does not open now may open with the next question. Only where there is none to be
 * had at all, it is one that lasts as long as the worker, and why.
 */
export async function openStore<Summary>(): Promise<OpenedStore<Summary>> {
	const store = steadyIdbStore<Summary>();
	try {
		await store.connect();
	} catch (error) {
		const fault = error instanceof StoreFault ? error.code : 'broken';
		if (fault === 'missing' || fault === 'forbidden') return { store: new MemoryLogStore(), fault };
	}
	return { store, fault: null };
}
