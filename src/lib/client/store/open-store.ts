import { IdbStore } from './idb-store.ts';
import { MemoryStore } from './memory-store.ts';
import { StoreFault, type RunStore, type StoreFaultCode } from './run-store.ts';

/** A database that has not opened by then is one that does not open. */
const PATIENCE_MS = 4000;

/** Where runs are kept; `fault` says why nothing survives this worker, where that is so. */
export interface OpenedStore {
	readonly store: RunStore;
	readonly fault: StoreFaultCode | null;
}

/** The browser's own store; where there is none to be had, one that lasts as long as the worker, and why. */
export async function openStore(): Promise<OpenedStore> {
	try {
		return { store: await inTime(IdbStore.open()), fault: null };
	} catch (error) {
		const fault = error instanceof StoreFault ? error.code : 'broken';
		return { store: new MemoryStore(), fault };
	}
}

function inTime<Result>(work: Promise<Result>): Promise<Result> {
	return new Promise((resolve, reject) => {
		work.then(resolve, reject);
		setTimeout(() => reject(new StoreFault('blocked')), PATIENCE_MS);
	});
}
