import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { answerPlainly, answerRaw, isEncrypted, setSecurityHeaders } from './answers.ts';
import { healthAnswer, type Health } from './health.ts';
import { answerWithin } from './last-resort.ts';
import { errorFacts, type writeLog } from './log.ts';
import { refusalOf } from './request-rules.ts';
import type { RoomsApi } from './rooms-api/rooms-api.ts';

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
	health: Health;
	/** The address that people use, where it is not the server's own. */
	origin?: string | null;
	log: typeof writeLog;
	/** Answers for rooms of people, before the handler sees the request. */
	rooms: Pick<RoomsApi, 'owns' | 'answer' | 'upgrade'> & Partial<Pick<RoomsApi, 'saw'>>;
}

/**
 * The production HTTP server: the adapter's handler, with the security headers on every response, files included,
 * and the origin taken from the request itself. Not yet listening.
 */
export function makeServer({
	handler,
	pagePolicies,
	filePaths,
	health,
	log,
	rooms,
	origin
}: ServerParts): Server {
	// Node would refuse a request without a Host header by itself, without the security headers.
	const isLive = ({ url, headers }: IncomingMessage) =>
		headers.upgrade?.toLowerCase() === 'websocket' && rooms.owns(pathOf(url));
	const settings = { requireHostHeader: false, shouldUpgradeCallback: isLive };
	const server = createServer(settings, (request, response) => {
		setSecurityHeaders(request, response, origin);
		const path = pathOf(request.url);
		rooms.saw?.(request, path);
		const healthy = healthAnswer(path, health);
		const refusal = refusalOf(request, healthy !== null || filePaths.has(path));
		if (refusal !== null) {
			for (const [name, value] of Object.entries(refusal.headers)) response.setHeader(name, value);
			return answerPlainly(response, refusal.status, refusal.sentence);
		}
		if (healthy !== null) {
			response.setHeader('Cache-Control', 'no-store').setHeader('Content-Type', 'application/json');
			return void response.writeHead(healthy.status).end(healthy.body);
		}
		const fail = (error: unknown) => {
			log('error', 'requestFailed', { method: request.method!, path, ...errorFacts(error) });
			answerPlainly(response, 500, 'The server could not answer.');
		};
		if (rooms.owns(path)) return answerWithin(() => rooms.answer(request, response), fail);
		const pagePolicy = pagePolicies.get(path);
		if (pagePolicy !== undefined) response.setHeader('Content-Security-Policy', pagePolicy);
		// Else browsers guess how long a page is good for, and show an old one. The adapter says which files never change.
		if (filePaths.has(path)) response.setHeader('Cache-Control', 'no-cache');
		// Always overwritten, so that no client can pass its own.
		request.headers[PROTOCOL_HEADER] = isEncrypted(request) ? 'https' : 'http';
		// The adapter's file server misreads ranges, and throws at some; a server may leave them out (RFC 9110, 14.2).
		delete request.headers.range;
		const next = (error?: unknown) =>
			error === undefined ? answerPlainly(response, 404, 'There is nothing at this address.') : fail(error);
		answerWithin(() => handler(request, response, next), fail);
	});
	server.on('checkExpectation', (request: IncomingMessage, response: ServerResponse) => {
		setSecurityHeaders(request, response);
		answerPlainly(response, 417, 'This server knows no expectation but "100-continue".');
	});
	server.on('upgrade', (request, socket, head) =>
		// An older Node asks nobody which requests are to be upgraded.
		isLive(request) ? rooms.upgrade(request, socket, head) : answerRaw(socket, '400 Bad Request')
	);
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

function pathOf(url = '/'): string {
	const path = url.split('?', 1)[0]!;
	try {
		return decodeURIComponent(path);
	} catch {
		return path;
	}
}
