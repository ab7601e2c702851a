import * as v from 'valibot';
import type { OpenedRoom, RoomLinks } from '../network/rooms-api.ts';

/**
 * The links of a room that this tab has been given. They let staff in, so they are kept no longer than the tab, and a
 * server that stores only their hashes cannot say them again: it makes new ones.
 */
const key = (code: string) => `patchfall.links.${code}`;

const link = v.optional(v.string());
const schema = v.object({
	links: v.object({ facilitator: link, evaluator: link, stage: link, observer: link })
});
type KeptLinks = { readonly [Kind in keyof RoomLinks]?: string | undefined };

export function keepLinks({ code, links }: OpenedRoom): void {
	write(code, links);
}

/** Null: it opens nothing any more. */
export function keepLink(code: string, kind: keyof RoomLinks, link: string | null): void {
	write(code, { ...linksOf(code), [kind]: link ?? undefined });
}

/** Those that this tab has been given. */
export function linksOf(code: string): KeptLinks {
	try {
		const read = v.safeParse(schema, JSON.parse(sessionStorage.getItem(key(code)) ?? 'null'));
		return read.success ? read.output.links : {};
	} catch {
		return {};
	}
}

function write(code: string, links: KeptLinks): void {
	try {
		sessionStorage.setItem(key(code), JSON.stringify({ links }));
	} catch {
		// Without storage the links are gone with the next reload; the room itself is not, and new ones can be made.
	}
}
