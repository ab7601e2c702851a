import type { Server } from 'node:http';

const SWEEP_MS = 20;

/**
 * Stops a server within `graceMs` milliseconds: no new connections, open requests may finish, and then whatever is
 * still open (an event stream stays open for hours) is cut.
 */
export function closeFast(server: Server, graceMs: number): Promise<void> {
	return new Promise((resolve) => {
		// A browser keeps its connection open after its last answer; without this it would hold the stop.
		const sweep = setInterval(() => server.closeIdleConnections(), SWEEP_MS);
		const cut = setTimeout(() => server.closeAllConnections(), graceMs);
		server.close(() => {
			clearInterval(sweep);
			clearTimeout(cut);
			resolve();
		});
	});
}
