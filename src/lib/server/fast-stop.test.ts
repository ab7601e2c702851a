import { createServer, get, type IncomingMessage, type RequestListener } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { fastStop } from './fast-stop.ts';

async function serve(listener: RequestListener) {
	const server = createServer(listener);
	const stop = fastStop(server);
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	return { server, stop, port, url: `http://127.0.0.1:${port}` };
}

test('a stop cuts a stream that would stay open for ever', async () => {
	const { stop, url } = await serve((_request, response) => void response.write('data: open\n\n'));
	const response = await fetch(url);
	const reading = response.text();
	await stop(50);
	await expect(reading).rejects.toThrow();
});

test('a stop lets a short request finish', async () => {
	const { server, stop, url } = await serve(
		(_request, response) => void setTimeout(() => response.end('done'), 50)
	);
	const answer = fetch(url).then((response) => response.text());
	await new Promise((resolve) => server.once('request', resolve));
	await stop(5000);
	expect(await answer).toBe('done');
});

test('a stop sends an answer whole that somebody takes slowly', async () => {
	const bytes = 20_000_000;
	const { stop, port } = await serve((_request, response) => void response.end(Buffer.alloc(bytes)));
	const answer = await new Promise<IncomingMessage>((resolve, reject) =>
		get({ host: '127.0.0.1', port }, resolve).on('error', reject)
	);
	const stopped = stop(60_000);
	let taken = 0;
	for await (const piece of answer) {
		taken += (piece as Buffer).length;
		await new Promise((resolve) => setImmediate(resolve));
	}
	expect(taken).toBe(bytes);
	await stopped;
});

test('a stop does not wait for a connection that has its answer and is kept', async () => {
	const { stop, url } = await serve((_request, response) => void response.end('done'));
	await (await fetch(url)).text();
	await stop(60_000);
});

test.each([
	['that has sent nothing', ''],
	['with half a header', 'GET / HTTP/1.1\r\nHost: '],
	['with half a body', 'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\nabc']
])('a stop does not wait for a connection %s', async (_name, sent) => {
	const { server, stop, port } = await serve(
		(request, response) => void request.on('end', () => response.end()).resume()
	);
	const socket = connect(port, '127.0.0.1', () => socket.write(sent));
	const closed = new Promise((resolve) => socket.on('error', () => {}).once('close', resolve));
	await new Promise((resolve) => server.once('connection', resolve));
	await stop(50);
	await closed;
});
