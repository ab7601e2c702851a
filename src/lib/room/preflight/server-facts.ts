import * as v from 'valibot';
import { STORE_FAULTS } from '../store/log-store.ts';

const disk = v.variant('kind', [
	v.object({ kind: v.literal('written'), freeBytes: v.nullable(v.number()), appendMs: v.number() }),
	v.object({ kind: v.literal('fault'), freeBytes: v.nullable(v.number()), code: v.picklist(STORE_FAULTS) })
]);

/** What a server says of whether a workshop will work on it. */
export const serverFactsSchema = v.object({
	/** Under which others reach it, the likeliest first. */
	addresses: v.array(v.string()),
	/** Whether people use an address that a setting names. */
	hasOrigin: v.boolean(),
	visits: v.object({
		devices: v.number(),
		followed: v.number(),
		stuck: v.number(),
		isProxied: v.boolean()
	}),
	/** People whom no push reaches. */
	polling: v.number(),
	delayMs: v.nullable(v.number()),
	disk,
	dateMs: v.number()
});
export type ServerFacts = v.InferOutput<typeof serverFactsSchema>;
