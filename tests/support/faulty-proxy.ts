import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What goes wrong with one request: the connection is cut, another status, more text before the file, a long wait. */
export type Fault =
	'cut' | { readonly status: number } | { readonly before: string } | { readonly until: Promise<void> };

export interface FaultyProxy {
	readonly url: string;
	/** Asked for each request; null: nothing goes wrong. Tests put their own in. */
	fault: (path: string) => Fault | null;
	close(): Promise<void>;
}

/** Stands between a browser and the server, and lets things go wrong where no browser's own means reach. */
export async function openFaultyProxy(to: string): Promise<FaultyProxy> {
	const server = createServer((incoming, outgoing) => {
		const path = new URL(incoming.url!, to).pathname;
		const fault = proxy.fault(path);
		if (fault === 'cut') return void incoming.socket.destroy();
		if (fault !== null && 'status' in fault) return void outgoing.writeHead(fault.status).end();
		const before = fault !== null && 'before' in fault ? fault.before : '';
		const until = fault !== null && 'until' in fault ? fault.until : Promise.resolve();
		void until.then(() => pass(incoming, outgoing, to, before));
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	const proxy: FaultyProxy = {
		url: `http://localhost:${port}`,
		fault: () => null,
		close: () =>
			new Promise((resolve) => {
				server.close(() => resolve());
				server.closeAllConnections();
			})
	};
	return proxy;
}

function pass(incoming: IncomingMessage, outgoing: ServerResponse, to: string, before: string): void {
	const headers = { ...incoming.headers };
	if (before !== '') for (const name of ['accept-encoding', 'if-none-match']) delete headers[name];
	const passed = request(new URL(incoming.url!, to), { method: incoming.method!, headers }, (answer) => {
		const out = { ...answer.headers };
		if (before !== '') for (const name of ['content-length', 'etag']) delete out[name];
		outgoing.writeHead(answer.statusCode!, out);
		outgoing.write(before);
		answer.pipe(outgoing);
	});
	passed.on('error', () => outgoing.destroy());
	incoming.pipe(passed);
}
