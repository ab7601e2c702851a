import { statfs } from 'node:fs/promises';
import { StoreFault, type StoreFaultCode } from '../../room/store/log-store.ts';

/** `freeBytes` null: the disk is another machine's. */
export type DiskFacts =
	| { readonly kind: 'written'; readonly freeBytes: number | null; readonly appendMs: number }
	| { readonly kind: 'fault'; readonly freeBytes: number | null; readonly code: StoreFaultCode };

/** The rows of a store, as far as the trial needs them. */
export interface TrialStore {
	putRow(id: string, table: string, key: string, value: unknown): Promise<void>;
	rows(id: string, table: string): Promise<readonly { readonly key: string; readonly value: unknown }[]>;
	removeRow(id: string, table: string, key: string): Promise<void>;
}

const TABLE = 'preflight';

/** Whether a room can be kept: something is written where its log is, read back, timed, and taken away again. */
export async function probeDisk(store: TrialStore, room: string, folder: string | null): Promise<DiskFacts> {
	const freeBytes = folder === null ? null : await freeBytesOf(folder);
	const value = { trial: Math.random() };
	try {
		const beganMs = performance.now();
		await store.putRow(room, TABLE, 'trial', value);
		const appendMs = performance.now() - beganMs;
		const [row] = await store.rows(room, TABLE);
		await store.removeRow(room, TABLE, 'trial');
		if (JSON.stringify(row?.value) !== JSON.stringify(value)) throw new StoreFault('broken');
		return { kind: 'written', freeBytes, appendMs };
	} catch (error) {
		return { kind: 'fault', freeBytes, code: error instanceof StoreFault ? error.code : 'broken' };
	}
}

export async function freeBytesOf(folder: string): Promise<number> {
	const { bavail, bsize } = await statfs(folder);
	return bavail * bsize;
}
