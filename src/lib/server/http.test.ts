import { connect, type AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { closeFast, makeServer, PROTOCOL_HEADER, type RequestHandler } from './http.ts';
import { policyText, securityHeaders } from './security-headers.ts';

let stop: (() => Promise<void>) | undefined;
afterEach(() => stop?.());

async function serve(handler: RequestHandler, pagePolicies = new Map<string, string>()) {
	const server = makeServer({ handler, pagePolicies });
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	stop = () => closeFast(server, 50);
	const { port } = server.address() as AddressInfo;
	return { server, port, url: `http://127.0.0.1:${port}` };
}

function expectSecurityHeaders(headers: Headers) {
	for (const [name, value] of Object.entries(securityHeaders)) expect(headers.get(name)).toBe(value);
}

describe('security headers', () => {
	test('stand on what the handler answers', async () => {
		const { url } = await serve((_request, response) => response.end('a file'));
		expectSecurityHeaders((await fetch(`${url}/file.js`)).headers);
	});

	test('stand on what the handler does not know', async () => {
		const { url } = await serve((_request, _response, next) => next());
		const response = await fetch(`${url}/nothing`);
		expect(response.status).toBe(404);
		expectSecurityHeaders(response.headers);
	});

	test('stand on what the handler fails at, without a word of why', async () => {
		const { url } = await serve((_request, _response, next) => next(new Error('secret path /srv')));
		const response = await fetch(url);
		expect(response.status).toBe(500);
		expect(await response.text()).not.toContain('secret');
		expectSecurityHeaders(response.headers);
	});

	test('stand on the refusal of a request that is not HTTP', async () => {
		const { port } = await serve((_request, response) => response.end());
		const answer = await new Promise<string>((resolve) => {
			const socket = connect(port, '127.0.0.1', () => socket.write('not http at all\r\n\r\n'));
			let text = '';
			socket.on('data', (chunk) => (text += chunk)).on('close', () => resolve(text));
		});
		expect(answer).toMatch(/^HTTP\/1\.1 400 /);
		expect(answer).toContain(`Content-Security-Policy: ${policyText()}\r\n`);
	});

	test('a prerendered page gets its own policy, with a query and in escaped spelling too', async () => {
		const own = policyText(['sha256-abc=']);
		const { url } = await serve((_request, response) => response.end(), new Map([['/über', own]]));
		for (const path of ['/über', '/über?from=qr', '/%C3%BCber']) {
			expect((await fetch(url + path)).headers.get('content-security-policy')).toBe(own);
		}
		expect((await fetch(`${url}/other`)).headers.get('content-security-policy')).toBe(policyText());
	});
});

test('the adapter learns that the request came by plain http, and a client cannot say otherwise', async () => {
	const { url } = await serve((request, response) => response.end(request.headers[PROTOCOL_HEADER]));
	const response = await fetch(url, { headers: { [PROTOCOL_HEADER]: 'https' } });
	expect(await response.text()).toBe('http');
});

describe('stopping', () => {
	test('cuts a stream that would stay open for ever', async () => {
		const { server, url } = await serve((_request, response) => void response.write('data: open\n\n'));
		const response = await fetch(url);
		const reading = response.text();
		await closeFast(server, 50);
		await expect(reading).rejects.toThrow();
	});

	test('lets a short request finish', async () => {
		const { server, url } = await serve(
			(_request, response) => void setTimeout(() => response.end('done'), 50)
		);
		const answer = fetch(url).then((response) => response.text());
		await new Promise((resolve) => server.once('request', resolve));
		await closeFast(server, 5000);
		expect(await answer).toBe('done');
	});
});
