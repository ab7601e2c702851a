import type { Reading } from './reading/reading.ts';
import type { Pool } from '../../lib/debrief/pool/pool.ts';
import { nodePool } from '../../lib/node/pool/node-pool.ts';

/** A pool whose workers read off runs what the record measured. Close it, or the process stays. */
export function calibrationPool(workers: number): Pool<Reading> {
	return nodePool<Reading>(workers, new URL('./worker.ts', import.meta.url));
}
