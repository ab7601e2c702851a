/**
 * A network that does not answer a page by then counts as none, where there is something to show instead: after a sleep
 * the first question may go out on a connection that has died without a word, and people wait three seconds at most.
 */
const PAGE_PATIENCE_MS = 2000;
/** A cache that does not answer by then is not waited for while there may be a network. Usually it takes milliseconds. */
const CACHE_PATIENCE_MS = 1500;
/** Without a network a slow cache is all there is. */
const ONLY_CACHE_PATIENCE_MS = 15_000;

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
	const stored = fromCache(path, sources);
	return (await inTime(stored, CACHE_PATIENCE_MS, sources)) ?? fromNetwork(request, stored, sources);
}

/** A page comes from the network while there is one, so that an update is seen at once, and else from the cache. */
export async function answerPage(request: Request, path: string, sources: AnswerSources): Promise<Response> {
	const stored = fromCache(path, sources);
	const page = await inTime(stored, CACHE_PATIENCE_MS, sources);
	if (page === undefined) return fromNetwork(request, stored, sources);
	const patience = new AbortController();
	const cancel = sources.later(() => patience.abort(), PAGE_PATIENCE_MS);
	try {
		const answer = await sources.fetch(request, { signal: patience.signal });
		// A server that is being replaced answers with 502 or 503 for a while.
		return answer.status >= 500 ? page : answer;
	} catch {
		return page;
	} finally {
		cancel();
	}
}

type Stored = Promise<Response | undefined>;

async function fromNetwork(request: Request, stored: Stored, sources: AnswerSources): Promise<Response> {
	try {
		return await sources.fetch(request);
	} catch (error) {
		const late = await inTime(stored, ONLY_CACHE_PATIENCE_MS, sources);
		if (late === undefined) throw error;
		return late;
	}
}

/** Never rejects: a broken cache is an empty one. One that is gone altogether throws at once. */
async function fromCache(path: string, { stored }: AnswerSources): Stored {
	try {
		return await stored(path);
	} catch {
		return undefined;
	}
}

function inTime(stored: Stored, ms: number, { later }: AnswerSources): Stored {
	return new Promise((resolve) => {
		const cancel = later(() => resolve(undefined), ms);
		void stored.then((response) => {
			cancel();
			resolve(response);
		});
	});
}
