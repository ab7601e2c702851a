import { answerOf, type Ask, type Network, type NetworkAnswer } from './network.ts';

/** Close code where a socket could not be made at all. */
const NOT_MADE = 1006;

/** The browser's own network. Addresses are of this page's origin. */
export const webNetwork: Network = {
	openSocket(path, { heard, closed }) {
		let isDone = false;
		const done = (code: number) => {
			if (isDone) return;
			isDone = true;
			closed(code);
		};
		let socket: WebSocket | null = null;
		try {
			socket = new WebSocket(`${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}${path}`);
			socket.addEventListener('message', ({ data }) => {
				if (!isDone && typeof data === 'string') heard(data);
			});
			socket.addEventListener('close', ({ code }) => done(code));
		} catch {
			// Later, as every other socket: who opens one is not done yet with opening it.
			setTimeout(() => done(NOT_MADE));
		}
		return {
			close() {
				isDone = true;
				socket?.close();
			}
		};
	},
	ask
};

async function ask(path: string, { body, withinMs, signal }: Ask): Promise<NetworkAnswer | null> {
	const abort = new AbortController();
	const stop = () => abort.abort();
	const timer = setTimeout(stop, withinMs);
	signal?.addEventListener('abort', stop);
	try {
		const response = await fetch(path, {
			cache: 'no-store',
			credentials: 'same-origin',
			signal: abort.signal,
			...(body !== undefined && {
				method: 'POST',
				headers: { 'Content-Type': 'application/json' },
				body: JSON.stringify(body)
			})
		});
		return await answerOf(response);
	} catch {
		return null;
	} finally {
		clearTimeout(timer);
		signal?.removeEventListener('abort', stop);
	}
}
