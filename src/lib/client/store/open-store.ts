import { MemoryLogStore } from '../../room/store/memory-log-store.ts';
import { StoreFault, type LogStore, type StoreFaultCode } from '../../room/store/log-store.ts';
import { IdbLogStore } from './idb-log-store.ts';

/** A database that has not opened by then is one that does not open. */
const PATIENCE_MS = 4000;

/** Where runs are kept; `fault` says why nothing survives this worker, where that is so. */
export interface OpenedStore<Summary> {
	readonly store: LogStore<Summary>;
	readonly fault: StoreFaultCode | null;
}

/** The browser's own store; where there is none to be had, one that lasts as long as the worker, and why. */
export async function openStore<Summary>(): Promise<OpenedStore<Summary>> {
	try {
		return { store: await inTime(IdbLogStore.open<Summary>()), fault: null };
	} catch (error) {
		const fault = error instanceof StoreFault ? error.code : 'broken';
		return { store: new MemoryLogStore(), fault };
	}
}

function inTime<Result>(work: Promise<Result>): Promise<Result> {
	return new Promise((resolve, reject) => {
		work.then(resolve, reject);
		setTimeout(() => reject(new StoreFault('blocked')), PATIENCE_MS);
	});
}
