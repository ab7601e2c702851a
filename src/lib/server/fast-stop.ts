import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/**
 * Lets a server be stopped fast; to be called before it listens.
 *
 * @returns stops it within `graceMs` milliseconds: no new connections, answers under way are sent whole, and then whatever is
 * still open (an event stream stays open for hours) is cut
 */
export function fastStop(server: Server): (graceMs: number) => Promise<void> {
	/** Of each connection that has asked for something: how many of its answers have not been sent whole. */
	const underWay = new Map<Socket, number>();
	let isStopping = false;

	server.prependListener('request', ({ socket }: IncomingMessage, response: ServerResponse) => {
		if (!underWay.has(socket)) socket.once('close', () => underWay.delete(socket));
		underWay.set(socket, (underWay.get(socket) ?? 0) + 1);
		response.once('close', () => {
			const left = underWay.get(socket);
			if (left === undefined) return;
			underWay.set(socket, left - 1);
			if (isStopping && left === 1) socket.destroySoon();
		});
	});
	// A socket that has become a WebSocket is said goodbye to by whoever serves it.
	server.prependListener('upgrade', ({ socket }: IncomingMessage) => underWay.delete(socket));
	// Node's own takes an answer that has been written for one that has been sent, and cuts it off. `close` calls this one.
	server.closeIdleConnections = () => {
		for (const [socket, left] of underWay) if (left === 0) socket.destroySoon();
	};

	return (graceMs) =>
		new Promise((resolve) => {
			isStopping = true;
			const cut = setTimeout(() => server.closeAllConnections(), graceMs);
			server.close(() => {
				clearTimeout(cut);
				resolve();
			});
		});
}
