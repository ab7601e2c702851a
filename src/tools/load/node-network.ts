import { WebSocket } from 'ws';
import { answerOf, type Ask, type Network, type NetworkAnswer } from '../../lib/client/network/network.ts';
import type { Browser } from '../../lib/server/rooms-api/testing/browser.ts';

/** Close code where a socket could not be made at all. */
const NOT_MADE = 1006;

/** The network of a page, from Node, with the cookies of a browser: the real end of a room can be many in one process. */
export class NodeNetwork implements Network {
	readonly #url: string;
	readonly #browser: Pick<Browser, 'cookie'>;

	/** @param url of the server, or of what stands before it */
	constructor(url: string, browser: Pick<Browser, 'cookie'>) {
		this.#url = url;
		this.#browser = browser;
	}

	openSocket(path: string, { heard, closed }: Parameters<Network['openSocket']>[1]): { close(): void } {
		let isDone = false;
		const done = (code: number) => {
			if (isDone) return;
			isDone = true;
			closed(code);
		};
		const options = { headers: this.#headers(), perMessageDeflate: false };
		const socket = new WebSocket(this.#url.replace('http', 'ws') + path, options);
		socket
			.on('message', (data) => {
				if (!isDone) heard(String(data));
			})
			.on('error', () => done(NOT_MADE))
			.on('close', (code) => done(code));
		return {
			close() {
				isDone = true;
				socket.terminate();
			}
		};
	}

	async ask(path: string, { body, withinMs, signal }: Ask): Promise<NetworkAnswer | null> {
		const signals = [AbortSignal.timeout(Math.ceil(withinMs)), ...(signal === undefined ? [] : [signal])];
		try {
			const response = await fetch(this.#url + path, {
				signal: AbortSignal.any(signals),
				headers: { ...this.#headers(), 'Content-Type': 'application/json' },
				...(body !== undefined && { method: 'POST', body: JSON.stringify(body) })
			});
			return await answerOf(response);
		} catch {
			return null;
		}
	}

	#headers() {
		return { Cookie: this.#browser.cookie, Origin: this.#url };
	}
}
