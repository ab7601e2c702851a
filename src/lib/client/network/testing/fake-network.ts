import type { Ask, Network, NetworkAnswer } from '../network.ts';

export interface FakeSocket {
	readonly path: string;
	/** Closed by the page. */
	isClosed: boolean;
	say(message: unknown): void;
	/** Closed by the other side. */
	breakOff(code: number): void;
}

export interface FakeAsk {
	readonly path: string;
	readonly ask: Ask;
	readonly isAborted: boolean;
	answer(status: number, body: unknown, retryAfterMs?: number): void;
	fail(): void;
}

/** A network that does nothing by itself: the test says what comes. Questions fail by themselves when their time is up. */
export class FakeNetwork implements Network {
	readonly sockets: FakeSocket[] = [];
	readonly asks: FakeAsk[] = [];
	readonly #later: (call: () => void, ms: number) => void;

	constructor(later: (call: () => void, ms: number) => void) {
		this.#later = later;
	}

	get socket(): FakeSocket {
		return this.sockets.at(-1)!;
	}

	/** Polls of the feed so far. */
	get polls(): readonly FakeAsk[] {
		return this.asks.filter(({ path }) => path.includes('/feed?'));
	}

	get requests(): readonly FakeAsk[] {
		return this.asks.filter(({ path }) => path.endsWith('/requests'));
	}

	openSocket(
		path: string,
		{ heard, closed }: { heard: (text: string) => void; closed: (code: number) => void }
	): { close(): void } {
		const socket: FakeSocket = {
			path,
			isClosed: false,
			say: (message) => !socket.isClosed && heard(JSON.stringify(message)),
			breakOff: (code) => !socket.isClosed && closed(code)
		};
		this.sockets.push(socket);
		return { close: () => (socket.isClosed = true) };
	}

	ask(path: string, ask: Ask): Promise<NetworkAnswer | null> {
		return new Promise((resolve) => {
			this.asks.push({
				path,
				ask,
				get isAborted() {
					return ask.signal?.aborted ?? false;
				},
				answer: (status, body, retryAfterMs) => resolve({ status, body, retryAfterMs: retryAfterMs ?? null }),
				fail: () => resolve(null)
			});
			ask.signal?.addEventListener('abort', () => resolve(null));
			this.#later(() => resolve(null), ask.withinMs);
		});
	}
}
