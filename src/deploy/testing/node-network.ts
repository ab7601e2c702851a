import { WebSocket } from 'ws';
import type { Network } from '../../lib/client/network/network.ts';
import type { Browser } from '../../lib/server/rooms-api/testing/browser.ts';

/** A page's network, spoken by Node with the cookies of a browser. */
export function nodeNetwork(url: string, browser: Browser): Network {
	const cookie = () => [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
	return {
		openSocket(path, { heard, closed }) {
			const headers = { Cookie: cookie(), Origin: url };
			const socket = new WebSocket(url.replace('http', 'ws') + path, { headers });
			let isOver = false;
			socket.on('message', (data) => heard(String(data)));
			socket.on('error', () => {});
			socket.on('close', (code) => {
				if (!isOver) closed(code);
			});
			return {
				close() {
					isOver = true;
					socket.close();
				}
			};
		},
		async ask(path, { body, withinMs, signal }) {
			const within = AbortSignal.timeout(withinMs);
			const answer = await fetch(url + path, {
				method: body === undefined ? 'GET' : 'POST',
				headers: { Cookie: cookie(), Origin: url, 'Content-Type': 'application/json' },
				...(body === undefined ? {} : { body: JSON.stringify(body) }),
				signal: signal === undefined ? within : AbortSignal.any([signal, within])
			}).catch(() => null);
			if (answer === null) return null;
			return {
				status: answer.status,
				body: await answer.json().catch(() => null),
				retryAfterMs: null
			};
		}
	};
}
