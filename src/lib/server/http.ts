import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { openerHeaders, securityHeaders } from './security-headers.ts';

/** What SvelteKit's Node adapter exports as `handler`: a connect-style middleware. */
export type RequestHandler = (
	request: IncomingMessage,
	response: ServerResponse,
	next: (error?: unknown) => void
) => void;

/**
 * Name of the header by which this server tells the adapter whether a request came by http or https.
 * The adapter assumes https when told nothing and then refuses every form on a plain-http LAN as cross-site (403).
 */
export const PROTOCOL_HEADER = 'x-patchfall-protocol';

export interface ServerParts {
	handler: RequestHandler;
	/** Policy text by path of prerendered page, from `readPagePolicies`. */
	pagePolicies: ReadonlyMap<string, string>;
}

/**
 * The production HTTP server: the adapter's handler, with the security headers on every response, files included,
 * and the origin taken from the request itself. Not yet listening.
 */
export function makeServer({ handler, pagePolicies }: ServerParts): Server {
	const server = createServer((request, response) => {
		const encrypted = 'encrypted' in request.socket;
		const headers = { ...securityHeaders, ...openerHeaders(hostnameOf(request), encrypted) };
		for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
		const pagePolicy = pagePolicies.get(pathOf(request));
		if (pagePolicy !== undefined) response.setHeader('Content-Security-Policy', pagePolicy);
		// Always overwritten, so that no client can pass its own.
		request.headers[PROTOCOL_HEADER] = encrypted ? 'https' : 'http';
		handler(request, response, (error) => answerPlainly(response, error === undefined ? 404 : 500));
	});
	server.on('clientError', (_error, socket) => {
		if (socket.writable) socket.end(`HTTP/1.1 400 Bad Request\r\n${rawHeaders}Connection: close\r\n\r\n`);
	});
	return server;
}

const rawHeaders = Object.entries(securityHeaders)
	.map(([name, value]) => `${name}: ${value}\r\n`)
	.join('');

function hostnameOf(request: IncomingMessage): string {
	return (request.headers.host ?? '').replace(/:\d+$/, '');
}

function pathOf(request: IncomingMessage): string {
	const path = (request.url ?? '/').split('?', 1)[0];
	try {
		return decodeURIComponent(path);
	} catch {
		return path;
	}
}

function answerPlainly(response: ServerResponse, status: 404 | 500): void {
	if (response.headersSent) {
		response.end();
		return;
	}
	response.statusCode = status;
	response.setHeader('Content-Type', 'text/plain; charset=utf-8');
	response.end(status === 404 ? 'There is nothing at this address.\n' : 'The server could not answer.\n');
}

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
