import { createReadStream } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { fastStop } from './fast-stop.ts';
import { makeServer, PROTOCOL_HEADER, type RequestHandler, type ServerParts } from './http.ts';
import { installLastResort } from './last-resort.ts';
import { policyText, securityHeaders } from './security-headers.ts';
import { withoutRunner } from './testing/without-runner.ts';

let stop: (() => Promise<void>) | undefined;
afterEach(() => stop?.());

const logged: unknown[] = [];
const PARTS = {
	pagePolicies: new Map<string, string>(),
	filePaths: new Set<string>(),
	health: { instance: 'abc', notReady: () => null },
	log: (...line: unknown[]) => void logged.push(line),
	rooms: { owns: () => false, answer: async () => {}, upgrade: () => {} }
};

async function serve(handler: RequestHandler, parts: Partial<ServerParts> = {}) {
	const server = makeServer({ ...PARTS, handler, ...parts });
	const stopWithin = fastStop(server);
	stop = () => stopWithin(50);
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	return { server, port, url: `http://127.0.0.1:${port}` };
}

/** What the server says to `sent` until the connection closes. */
function exchange(port: number, sent: string): Promise<string> {
	return new Promise((resolve, reject) => {
		const socket = connect(port, '127.0.0.1', () => socket.write(sent));
		let text = '';
		socket
			.on('data', (chunk) => (text += chunk))
			.on('close', () => resolve(text))
			.on('error', reject);
	});
}

function expectSecurityHeaders(headers: Headers) {
	for (const [name, value] of Object.entries(securityHeaders)) expect(headers.get(name)).toBe(value);
}

describe('security headers', () => {
	test('stand on what the handler answers', async () => {
		const { url } = await serve((_request, response) => void response.end('a file'));
		expectSecurityHeaders((await fetch(`${url}/file.js`)).headers);
	});

	test('stand on what the handler does not know', async () => {
		const { url } = await serve((_request, _response, next) => next());
		const response = await fetch(`${url}/nothing`);
		expect(response.status).toBe(404);
		expectSecurityHeaders(response.headers);
	});

	test('stand on what the handler fails at, without a word of why; the log says where', async () => {
		const { url } = await serve((_request, _response, next) => next(new Error('secret path /srv')));
		const response = await fetch(url);
		expect(response.status).toBe(500);
		expect(await response.text()).not.toContain('secret');
		expect(logged.at(-1)).toEqual([
			'error',
			'requestFailed',
			expect.objectContaining({ path: '/', error: 'Error' })
		]);
		expectSecurityHeaders(response.headers);
	});

	test('stand on the refusal of a request that is not HTTP', async () => {
		const { port } = await serve((_request, response) => void response.end());
		const answer = await exchange(port, 'not http at all\r\n\r\n');
		expect(answer).toMatch(/^HTTP\/1\.1 400 /);
		expect(answer).toContain(`Content-Security-Policy: ${policyText()}\r\n`);
	});

	test('a prerendered page gets its own policy, with a query and in escaped spelling too', async () => {
		const own = policyText(['sha256-abc=']);
		const { url } = await serve((_request, response) => void response.end(), {
			pagePolicies: new Map([['/über', own]])
		});
		for (const path of ['/über', '/über?from=qr', '/%C3%BCber']) {
			expect((await fetch(url + path)).headers.get('content-security-policy')).toBe(own);
		}
		expect((await fetch(`${url}/other`)).headers.get('content-security-policy')).toBe(policyText());
	});
});

test('a file is asked for anew each time, unless the handler says that it never changes', async () => {
	const { url } = await serve(
		(request, response) => {
			if (request.url === '/never.js') response.setHeader('Cache-Control', 'immutable');
			response.end();
		},
		{ filePaths: new Set(['/', '/never.js']) }
	);
	const kept = async (path: string) => (await fetch(url + path)).headers.get('cache-control');
	expect([await kept('/'), await kept('/never.js'), await kept('/rendered')]).toEqual([
		'no-cache',
		'immutable',
		null
	]);
});

test('the adapter learns that the request came by plain http, and a client cannot say otherwise', async () => {
	const { url } = await serve((request, response) => void response.end(request.headers[PROTOCOL_HEADER]));
	const response = await fetch(url, { headers: { [PROTOCOL_HEADER]: 'https' } });
	expect(await response.text()).toBe('http');
});

describe('a request that the adapter must not see', () => {
	const FILE = { filePaths: new Set(['/', '/file.js']) };
	const answered: RequestHandler = (_request, response) => void response.end('answered');

	test('a range is left out, so that the whole file comes', async () => {
		const { url } = await serve((request, response) => void response.end(String(request.headers.range)));
		for (const range of [
			'bytes=5-2',
			'bytes=-5',
			'bytes=0-1,3-4',
			'bytes=99999999-',
			'lines=all',
			'garbage'
		]) {
			const response = await fetch(url, { headers: { range } });
			expect([response.status, await response.text()]).toEqual([200, 'undefined']);
		}
	});

	test.each(['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'PROPFIND'])(
		'%s cannot be done to a file, and the answer says what can',
		async (method) => {
			const { port } = await serve(answered, FILE);
			for (const path of ['/', '/file.js?from=qr']) {
				const answer = await exchange(
					port,
					`${method} ${path} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`
				);
				expect(answer).toMatch(/^HTTP\/1\.1 405 /);
				expect(answer).toContain('\r\nAllow: GET, HEAD\r\n');
			}
		}
	);

	test('GET and HEAD can, and the app decides about its own addresses', async () => {
		const { url } = await serve(answered, FILE);
		for (const method of ['GET', 'HEAD']) expect((await fetch(url, { method })).status).toBe(200);
		expect((await fetch(`${url}/api/rooms`, { method: 'POST' })).status).toBe(200);
	});

	test.each(['TRACE', 'PROPFIND', 'PURGE'])('no address answers %s', async (method) => {
		const { port } = await serve(answered, FILE);
		const answer = await exchange(port, `${method} /api HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`);
		expect(answer).toMatch(/^HTTP\/1\.1 405 /);
	});

	test.each([
		['a tunnel', 'CONNECT a:443 HTTP/1.1', ['Host: a:443'], 405],
		['two hosts', 'GET / HTTP/1.1', ['Host: a', 'Host: b'], 400],
		['one host twice', 'GET / HTTP/1.1', ['Host: a', 'host: a'], 400],
		['a host that is none', 'GET / HTTP/1.1', ['Host: a/b?c'], 400],
		['no host', 'GET / HTTP/1.1', [], 400],
		['an expectation', 'GET / HTTP/1.1', ['Host: a', 'Expect: the best'], 417],
		['too much', 'GET / HTTP/1.1', ['Host: a', `X: ${'x'.repeat(20_000)}`], 431]
	])('%s is refused', async (_name, line, headers, status) => {
		const { port } = await serve(answered, FILE);
		const answer = await exchange(port, [line, ...headers, 'Connection: close', '', ''].join('\r\n'));
		expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
		expect(answer).toContain(`Content-Security-Policy: ${policyText()}\r\n`);
	});

	test.each(['a', 'a:80', 'localhost:', '[::1]:3000', 'rooms.example', 'a_b.local'])(
		'Host: %s is one',
		async (host) => {
			const { port } = await serve(answered, FILE);
			const answer = await exchange(port, `GET / HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`);
			expect(answer).toMatch(/^HTTP\/1\.1 200 /);
		}
	);
});

test('health is asked without the app, and only asked', async () => {
	const { url } = await serve(() => expect.unreachable('the app was asked'));
	const response = await fetch(`${url}/healthz`);
	expect([response.status, await response.json()]).toEqual([200, { status: 'ok', instance: 'abc' }]);
	expect(response.headers.get('cache-control')).toBe('no-store');
	expectSecurityHeaders(response.headers);
	expect((await fetch(`${url}/readyz`)).status).toBe(200);
	expect((await fetch(`${url}/readyz`, { method: 'POST' })).status).toBe(405);
});

describe('an answer that fails where nothing catches it', () => {
	let undo: () => void;
	beforeEach(() => {
		const restore = withoutRunner();
		const remove = installLastResort((error) => expect.unreachable(String(error)));
		undo = () => {
			remove();
			restore();
		};
	});
	afterEach(() => undo());

	const gone = (response: ServerResponse) => void createReadStream('/no/such/file').pipe(response);

	test('is a 500 and a line of the log, and the server goes on', async () => {
		const { url } = await serve((request, response) =>
			request.url === '/' ? void response.end() : gone(response)
		);
		expect((await fetch(`${url}/gone`)).status).toBe(500);
		expect(logged.at(-1)).toEqual([
			'error',
			'requestFailed',
			expect.objectContaining({ path: '/gone', code: 'ENOENT' })
		]);
		expect((await fetch(url)).status).toBe(200);
	});

	test('breaks off where it has begun, so that nobody takes a part for the whole', async () => {
		const { url } = await serve((_request, response) => {
			response.writeHead(200, { 'Content-Length': 10 }).write('half');
			gone(response);
		});
		await expect(fetch(url).then((response) => response.text())).rejects.toThrow();
		await expect(fetch(url).then((response) => response.text())).rejects.toThrow();
	});
});
