import { availableParallelism } from 'node:os';

/** Each holds the packs' tables, some ten megabytes; more threads than this no server has had work for. */
const MOST = 8;

/** How many threads rooms are spread over: one processor is left to the thread that answers people. */
export function threadCount(processors = availableParallelism()): number {
	return Math.max(1, Math.min(MOST, processors - 1));
}
