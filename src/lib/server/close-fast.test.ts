import { connect, type AddressInfo } from 'node:net';
import { createServer, type RequestListener } from 'node:http';
import { expect, test } from 'vitest';
import { closeFast } from './close-fast.ts';

async function serve(listener: RequestListener) {
	const server = createServer(listener);
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	return { server, port, url: `http://127.0.0.1:${port}` };
}

test('a stop cuts a stream that would stay open for ever', async () => {
	const { server, url } = await serve((_request, response) => void response.write('data: open\n\n'));
	const response = await fetch(url);
	const reading = response.text();
	await closeFast(server, 50);
	await expect(reading).rejects.toThrow();
});

test('a stop lets a short request finish', async () => {
	const { server, url } = await serve(
		(_request, response) => void setTimeout(() => response.end('done'), 50)
	);
	const answer = fetch(url).then((response) => response.text());
	await new Promise((resolve) => server.once('request', resolve));
	await closeFast(server, 5000);
	expect(await answer).toBe('done');
});

test.each([
	['that has sent nothing', ''],
	['with half a header', 'GET / HTTP/1.1\r\nHost: '],
	['with half a body', 'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\nabc']
])('a stop does not wait for a connection %s', async (_name, sent) => {
	const { server, port } = await serve(
		(request, response) => void request.on('end', () => response.end()).resume()
	);
	const socket = connect(port, '127.0.0.1', () => socket.write(sent));
	const closed = new Promise((resolve) => socket.on('error', () => {}).once('close', resolve));
	await new Promise((resolve) => server.once('connection', resolve));
	await closeFast(server, 50);
	await closed;
});
