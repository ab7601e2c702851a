/** A network that does not answer a page by then counts as none, where there is something to show instead. */
const PAGE_PATIENCE_MS = 4000;
/** A cache that does not answer by then counts as empty. Reading one file takes a few milliseconds. */
const CACHE_PATIENCE_MS = 1500;

/** What a service worker needs to answer a request. */
export interface AnswerSources {
	/** What was stored at a path. May reject, and may never settle: browsers' cache storages do both. */
	stored(path: string): Promise<Response | undefined>;
	fetch(request: Request, init?: RequestInit): Promise<Response>;
	/** Calls `act` after so many real milliseconds; returns what cancels it. */
	later(act: () => void, ms: number): () => void;
}

/**
 * A file of this build never changes, so it comes from the cache. Where the cache has nothing to offer, for whatever
 * reason, the network is asked as if there were no service worker.
 */
export async function answerFile(request: Request, path: string, sources: AnswerSources): Promise<Response> {
	return (await fromCache(path, sources)) ?? sources.fetch(request);
}

/** A page comes from the network while there is one, so that an update is seen at once, and else from the cache. */
export async function answerPage(request: Request, path: string, sources: AnswerSources): Promise<Response> {
	const stored = await fromCache(path, sources);
	if (stored === undefined) return sources.fetch(request);
	const patience = new AbortController();
	const cancel = sources.later(() => patience.abort(), PAGE_PATIENCE_MS);
	try {
		const answer = await sources.fetch(request, { signal: patience.signal });
		// A server that is being replaced answers with 502 or 503 for a while.
		return answer.status >= 500 ? stored : answer;
	} catch {
		return stored;
	} finally {
		cancel();
	}
}

/** Never rejects and always settles: a broken cache is an empty one. */
function fromCache(path: string, { stored, later }: AnswerSources): Promise<Response | undefined> {
	return new Promise((resolve) => {
		const cancel = later(() => resolve(undefined), CACHE_PATIENCE_MS);
		const settle = (response?: Response) => {
			cancel();
			resolve(response);
		};
		// A cache storage that is gone altogether throws at once.
		Promise.resolve()
			.then(() => stored(path))
			.then(settle, () => settle());
	});
}
