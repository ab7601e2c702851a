import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { openerHeaders, securityHeaders, transportHeaders } from './security-headers.ts';

/** Whether the request came over https to this very server. */
export const isEncrypted = (request: IncomingMessage) => 'encrypted' in request.socket;

/**
 * Puts the security headers on a response, whatever it will hold.
 * @param origin the address that people use, where it is not the server's own
 */
export function setSecurityHeaders(
	request: IncomingMessage,
	response: ServerResponse,
	origin: string | null = null
): void {
	const { host = '' } = request.headers;
	const headers = {
		...securityHeaders,
		...openerHeaders(host.replace(/:\d+$/, ''), isEncrypted(request)),
		...transportHeaders(origin, host.toLowerCase())
	};
	for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
}

/** Answers with one sentence, or breaks the connection off where the answer has begun. */
export function answerPlainly(response: ServerResponse, status: number, sentence: string): void {
	if (response.writableEnded) return;
	// Too late for words: a connection that breaks says that something is missing, an ordinary end would not.
	if (response.headersSent) return void response.destroy();
	response.statusCode = status;
	response.setHeader('Content-Type', 'text/plain; charset=utf-8');
	response.end(`${sentence}\n`);
}

const rawHeaders = Object.entries(securityHeaders)
	.map(([name, value]) => `${name}: ${value}\r\n`)
	.join('');

/** Answers where there is no response object, and closes the connection. */
export function answerRaw(socket: Duplex, status: string): void {
	// An error of a socket that nobody listens to ends the process.
	socket.on('error', () => socket.destroy());
	if (!socket.writable) return void socket.destroy();
	socket.end(`HTTP/1.1 ${status}\r\n${rawHeaders}Content-Length: 0\r\nConnection: close\r\n\r\n`);
}
