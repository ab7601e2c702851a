import { connect } from 'node:net';

/** What came back on one connection before the server closed it. */
export interface Exchange {
	readonly statuses: readonly number[];
	readonly answer: string;
	/** False when the server neither answered nor closed in time. */
	readonly closed: boolean;
}

export const PATIENCE_MS = 30_000;
/** A request that promises more than it sends is waited for; so long, then this side closes. */
const LINGER_MS = 200;

/**
 * Sends `bytes` (latin-1) at once on a connection of their own and reads until it is closed. A whole request that asks for
 * the connection to be closed is answered by a busy server too: it has no need of `lingerMs`.
 */
export function exchange(port: number, bytes: string, lingerMs = LINGER_MS): Promise<Exchange> {
	return new Promise((resolve) => {
		let answer = '';
		const socket = connect(port, '127.0.0.1', () => socket.write(bytes, 'latin1'));
		const settle = (closed: boolean) => {
			clearTimeout(patience);
			clearTimeout(linger);
			socket.destroy();
			const statuses = Array.from(answer.matchAll(/HTTP\/1\.1 (\d{3}) /g), (match) => Number(match[1]));
			resolve({ statuses, answer, closed });
		};
		const patience = setTimeout(() => settle(false), PATIENCE_MS);
		let linger = setTimeout(() => socket.end(), lingerMs);
		socket.on('data', (chunk) => {
			answer += chunk.toString('latin1');
			clearTimeout(linger);
			linger = setTimeout(() => socket.end(), lingerMs);
		});
		// A server that refuses may close while this side still writes.
		socket.on('error', () => settle(true)).on('close', () => settle(true));
	});
}
