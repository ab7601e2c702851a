import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { answerWithin } from './last-resort.ts';
import { refusalOf, type Refusal } from './request-rules.ts';
import { openerHeaders, securityHeaders } from './security-headers.ts';

/** What SvelteKit's Node adapter exports as `handler`: a connect-style middleware. */
export type RequestHandler = (
	request: IncomingMessage,
	response: ServerResponse,
	next: (error?: unknown) => void
) => void | Promise<void>;

/**
 * Name of the header by which this server tells the adapter whether a request came by http or https.
 * The adapter assumes https when told nothing and then refuses every form on a plain-http LAN as cross-site (403).
 */
export const PROTOCOL_HEADER = 'x-patchfall-protocol';

export interface ServerParts {
	handler: RequestHandler;
	/** Policy text by path of prerendered page, from `readPagePolicies`. */
	pagePolicies: ReadonlyMap<string, string>;
	/** Addresses that are files and can only be read, from `readFilePaths`. */
	filePaths: ReadonlySet<string>;
}

/**
 * The production HTTP server: the adapter's handler, with the security headers on every response, files included,
 * and the origin taken from the request itself. Not yet listening.
 */
export function makeServer({ handler, pagePolicies, filePaths }: ServerParts): Server {
	// Node would refuse a request without a Host header by itself, without the security headers.
	const server = createServer({ requireHostHeader: false }, (request, response) => {
		const path = pathOf(request.url);
		setSecurityHeaders(request, response);
		const refusal = refusalOf(request, filePaths.has(path));
		if (refusal !== null) return refuse(response, refusal);
		const pagePolicy = pagePolicies.get(path);
		if (pagePolicy !== undefined) response.setHeader('Content-Security-Policy', pagePolicy);
		// Always overwritten, so that no client can pass its own.
		request.headers[PROTOCOL_HEADER] = isEncrypted(request) ? 'https' : 'http';
		// The adapter's file server misreads ranges, and throws at some; a server may leave them out (RFC 9110, 14.2).
		delete request.headers.range;
		const fail = (error: unknown) => {
			console.error(`${request.method} ${path}`, error);
			answerPlainly(response, 500, 'The server could not answer.');
		};
		const next = (error?: unknown) =>
			error === undefined ? answerPlainly(response, 404, 'There is nothing at this address.') : fail(error);
		answerWithin(() => handler(request, response, next), fail);
	});
	server.on('checkExpectation', (request: IncomingMessage, response: ServerResponse) => {
		setSecurityHeaders(request, response);
		answerPlainly(response, 417, 'This server knows no expectation but "100-continue".');
	});
	server.on('connect', (_request, socket) => answerRaw(socket, '405 Method Not Allowed'));
	server.on('clientError', (error: NodeJS.ErrnoException, socket) =>
		answerRaw(socket, CLIENT_ERRORS[error.code ?? ''] ?? '400 Bad Request')
	);
	return server;
}

/** What is answered to what is not a whole request; anything else is a bad one. */
const CLIENT_ERRORS: Readonly<Record<string, string>> = {
	HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
	HPE_CHUNK_EXTENSIONS_OVERFLOW: '413 Content Too Large',
	ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout'
};

const rawHeaders = Object.entries(securityHeaders)
	.map(([name, value]) => `${name}: ${value}\r\n`)
	.join('');

/** Answers where there is no response object, and closes the connection. */
function answerRaw(socket: Duplex, status: string): void {
	// An unheard error of a socket ends the process.
	socket.on('error', () => socket.destroy());
	if (!socket.writable) return void socket.destroy();
	socket.end(`HTTP/1.1 ${status}\r\n${rawHeaders}Content-Length: 0\r\nConnection: close\r\n\r\n`);
}

function setSecurityHeaders(request: IncomingMessage, response: ServerResponse): void {
	const headers = { ...securityHeaders, ...openerHeaders(hostnameOf(request), isEncrypted(request)) };
	for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
}

const isEncrypted = (request: IncomingMessage) => 'encrypted' in request.socket;

function hostnameOf(request: IncomingMessage): string {
	return (request.headers.host ?? '').replace(/:\d+$/, '');
}

function pathOf(url = '/'): string {
	const path = url.split('?', 1)[0]!;
	try {
		return decodeURIComponent(path);
	} catch {
		return path;
	}
}

function refuse(response: ServerResponse, { status, text, headers }: Refusal): void {
	for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
	answerPlainly(response, status, text);
}

function answerPlainly(response: ServerResponse, status: number, text: string): void {
	// Too late for words: a connection that breaks says that something is missing, an ordinary end would not.
	if (response.headersSent) return response.writableEnded ? undefined : void response.destroy();
	response.statusCode = status;
	response.setHeader('Content-Type', 'text/plain; charset=utf-8');
	response.end(`${text}\n`);
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
