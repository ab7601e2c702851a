/**
 * By what a page names a scenario. A built-in one is named by its id. Of an author's file there may be several versions at
 * hand, so it is named by its id and the hash of what physics and rules read of it: `my-town@0123456789abcdef`.
 */

const OF_OWN = /^([a-z0-9-]+)@([0-9a-f]{16})$/;
const IN_TEXT = /[a-z0-9-]+@[0-9a-f]{16}/g;
/** How the first event of a log names its scenario. */
const LOGGED_ID = /"scenarioId"\s*:\s*"([a-z0-9-]{1,60})"/;
const LOGGED_HASH = /"contentHash"\s*:\s*"([0-9a-f]{16})"/;

/** The name of one version of an author's scenario. */
export function ownRef(id: string, contentHash: string): string {
	return `${id}@${contentHash}`;
}

/** Whether a name is that of an author's scenario. */
export function isOwnRef(ref: string): boolean {
	return OF_OWN.test(ref);
}

/** The id of the scenario that is named. */
export function idOfRef(ref: string): string {
	return OF_OWN.exec(ref)?.[1] ?? ref;
}

/** The authors' scenarios that a request may be about: those it names, and what a log in it was played with. */
export function ownRefsIn(request: unknown): string[] {
	if (typeof request === 'string') {
		const [id, hash] = [LOGGED_ID.exec(request)?.[1], LOGGED_HASH.exec(request)?.[1]];
		// A log is long and names one scenario; anything else names them as they are.
		return id !== undefined && hash !== undefined ? [ownRef(id, hash)] : (request.match(IN_TEXT) ?? []);
	}
	if (typeof request !== 'object' || request === null) return [];
	return [...new Set(Object.values(request).flatMap((value) => ownRefsIn(value)))];
}
