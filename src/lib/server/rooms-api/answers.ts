import type { ServerResponse } from 'node:http';
import type { RateName } from '../limits/rates.ts';

/** What is answered to a request, as JSON. */
export interface Answer {
	readonly status: number;
	readonly body: unknown;
	/** The body is the text of a file, and not to be written as JSON once more. */
	readonly isText?: boolean;
	readonly headers?: Readonly<Record<string, string>>;
}

/** Why a request is not done: a code, for which a page has the words. */
export class ApiRefusal extends Error {
	readonly answer: Answer;

	constructor(status: number, code: string, params: Readonly<Record<string, unknown>> = {}, headers = {}) {
		super(code);
		this.answer = { status, body: { code, ...params }, headers };
	}
}

/** It happens too often. @param limit what it is too often for, by its name in SECURITY.md */
export function tooMany(limit: RateName, retryAfterS = 1): ApiRefusal {
	return new ApiRefusal(
		429,
		'tooMany',
		{ limit, retryAfterMs: retryAfterS * 1000 },
		{ 'Retry-After': `${retryAfterS}` }
	);
}

/** It cannot be answered here now, and soon can be. */
export function tryAgain(): ApiRefusal {
	return new ApiRefusal(503, 'tryAgain', {}, { 'Retry-After': '1' });
}

/** The limit or the code by which something was refused, by the server or by the room that was asked; null: it was not. */
export function refusedAs({ status, body }: Answer): string | null {
	const { code, limit, refusal, answer } = (body ?? {}) as {
		code?: unknown;
		limit?: unknown;
		refusal?: { code?: unknown };
		answer?: { refusal?: { code?: unknown } };
	};
	const found = status >= 400 ? (limit ?? refusal?.code ?? code) : answer?.refusal?.code;
	return typeof found === 'string' ? found : null;
}

export function send(response: ServerResponse, { status, body, headers = {}, isText = false }: Answer): void {
	if (response.writableEnded) return;
	if (response.headersSent) return void response.destroy();
	const text = isText ? String(body) : JSON.stringify(body);
	response.writeHead(status, {
		...headers,
		'Content-Type': 'application/json',
		'Content-Length': Buffer.byteLength(text),
		'Cache-Control': 'no-store'
	});
	response.end(text);
}
