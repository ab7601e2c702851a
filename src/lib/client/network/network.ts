/** What a page needs of a network, small enough that a test can stand in for it. */
export interface Network {
	/**
	 * Opens a WebSocket. `closed` is called once, with the code of the close frame, where it could not be opened as well;
	 * never after it was closed from here.
	 */
	openSocket(
		path: string,
		hears: { readonly heard: (text: string) => void; readonly closed: (code: number) => void }
	): { close(): void };
	/** Asks and reads the answer as JSON; null: nothing came back in time. */
	ask(path: string, ask: Ask): Promise<NetworkAnswer | null>;
}

export interface Ask {
	/** Sent as JSON by POST; without it the question is a GET. */
	readonly body?: unknown;
	readonly withinMs: number;
	readonly signal?: AbortSignal;
}

export interface NetworkAnswer {
	readonly status: number;
	/** Null where it was no JSON. */
	readonly body: unknown;
	/** What a server says that is asked too often. */
	readonly retryAfterMs: number | null;
}

/** What came back, read. A page of somebody else's, a sign-in window's say, is no JSON. */
export async function answerOf(response: Response): Promise<NetworkAnswer> {
	const seconds = Number(response.headers.get('Retry-After') ?? Number.NaN);
	return {
		status: response.status,
		body: (await response.json().catch(() => null)) as unknown,
		retryAfterMs: Number.isFinite(seconds) ? seconds * 1000 : null
	};
}

const FIRST_WAIT_MS = 250;
const LONGEST_WAIT_MS = 5000;

/**
 * How long to wait before the next try. Up to half of it is drawn, so that the pages of a whole room do not all knock in
 * the same moment when their server is back.
 */
export function waitBeforeTry(failures: number, draw: () => number): number {
	const longest = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** failures);
	return longest * (1 - draw() / 2);
}
