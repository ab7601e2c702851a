import { expect, test } from '@playwright/test';
import { createServer } from 'node:http';
import { connect, type Socket } from 'node:net';
import { networkInterfaces } from 'node:os';
import { freePort } from '../src/tools/free-port.ts';
import { Browser } from '../src/lib/server/rooms-api/testing/browser.ts';
import { startBuilt } from '../src/tools/load/built-server.ts';

/* The built server as a process: what it tells about itself, and how it stops. */

test('health and readiness are answered, and are not kept by anybody', async () => {
	const server = await startBuilt();
	const ask = (path: string) => fetch(`http://127.0.0.1:${server.port}${path}`);
	const health = await ask('/healthz');
	expect([health.status, health.headers.get('cache-control')]).toEqual([200, 'no-store']);
	expect(await (await ask('/readyz')).json()).toEqual({ status: 'ready' });
	expect(await server.stop()).toBe(0);
});

test('a stop takes less than three seconds, whatever is still open', async () => {
	const server = await startBuilt();
	const opened = (sent: string) =>
		new Promise<Socket>((resolve) => {
			const socket = connect(server.port, '127.0.0.1', () => socket.write(sent, () => resolve(socket)));
			socket.on('error', () => {});
		});
	const sockets = await Promise.all([
		...Array.from({ length: 50 }, () => opened('')),
		opened('GET / HTTP/1.1\r\nHost: '),
		opened('POST /no-such-page HTTP/1.1\r\nHost: a\r\nContent-Length: 900\r\n\r\nhalf a body'),
		opened('GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n')
	]);
	const beganMs = performance.now();
	expect(await server.stop()).toBe(0);
	expect(performance.now() - beganMs).toBeLessThan(3000);
	for (const socket of sockets) socket.destroy();
});

test('a stop with a room under way says goodbye to its pages, and takes less than three seconds', async () => {
	const server = await startBuilt();
	const browser = new Browser(`http://127.0.0.1:${server.port}`);
	const { code, person } = await browser.open();
	const ana = await browser.join(code, 'player', 'sky');
	const page = ana.live();
	await page.until(() => true);
	const polling = async () =>
		(await browser.get(`/api/rooms/${code}/seats/${person.id}/preflight`)).body.polling as number;
	const stop = async () => {
		await expect.poll(polling).toBe(1);
		const beganMs = performance.now();
		expect(await server.stop()).toBe(0);
		expect(performance.now() - beganMs).toBeLessThan(3000);
	};
	const [told] = await Promise.all([
		browser.get(`${ana.path}/feed?since=${encodeURIComponent(page.cursor)}`),
		stop()
	]);
	expect(await page.closed).toBe(1012);
	// Who asks instead is told to ask again, and not that their seat has gone.
	expect(told).toMatchObject({ status: 503, body: { code: 'tryAgain' } });
});

test('behind a reverse proxy the address that people use is said', async () => {
	const server = await startBuilt({ HOST: '0.0.0.0', ORIGIN: 'https://rooms.example/' });
	expect(server.announcement).toContain('For everyone       https://rooms.example\n');
	expect(server.announcement).toContain('Scan to open https://rooms.example on a phone');
	await server.stop();
});

const hasIpv6 = Object.values(networkInterfaces())
	.flat()
	.some((address) => address?.address === '::1');

test('another program that has localhost on IPv6 gets nobody who opens the address that is said', async () => {
	test.skip(!hasIpv6, 'This machine has no IPv6.');
	const port = await freePort();
	const other = createServer((_request, response) => response.end('ANOTHER PROGRAM'));
	await new Promise<void>((resolve) => other.listen({ host: '::1', port, ipv6Only: true }, resolve));
	const server = await startBuilt({ HOST: '0.0.0.0', PORT: String(port) });
	expect(server.announcement).toContain(`On this machine    http://127.0.0.1:${port}\n`);
	expect(server.announcement).toContain(`(not http://localhost:${port}: another program answers there)`);
	await server.stop();
	await new Promise((resolve) => other.close(resolve));
});
