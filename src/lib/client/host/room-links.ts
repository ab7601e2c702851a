import * as v from 'valibot';
import type { OpenedRoom } from '../network/rooms-api.ts';

/**
 * The links of a room that this tab has opened. They let staff in, so they are kept no longer than the tab, and a server
 * that stores only their hashes cannot say them again.
 */
const key = (code: string) => `patchfall.links.${code}`;

const schema = v.object({
	audienceCode: v.string(),
	links: v.object({
		facilitator: v.string(),
		evaluator: v.string(),
		stage: v.string(),
		observer: v.string()
	})
});
export type KeptLinks = v.InferOutput<typeof schema>;

export function keepLinks({ code, audienceCode, links }: OpenedRoom): void {
	try {
		sessionStorage.setItem(key(code), JSON.stringify({ audienceCode, links }));
	} catch {
		// Without storage the links are gone with the next reload; the room itself is not.
	}
}

/** Null: another tab or device opened the room. */
export function linksOf(code: string): KeptLinks | null {
	try {
		const read = v.safeParse(schema, JSON.parse(sessionStorage.getItem(key(code)) ?? 'null'));
		return read.success ? read.output : null;
	} catch {
		return null;
	}
}
