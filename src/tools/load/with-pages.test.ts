import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { WebSocketServer, type WebSocket } from 'ws';
import { Browser, Seat } from '../../lib/server/rooms-api/testing/browser.ts';
import { withPages } from './with-pages.ts';

test('pages are closed also where what they are used for fails', async () => {
	const server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
	await once(server, 'listening');
	const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	const sockets: WebSocket[] = [];
	const used = withPages(async (open) => {
		for (const person of ['a', 'b']) {
			open(new Seat(new Browser(url), 'ABCDE', person));
			sockets.push(((await once(server, 'connection')) as [WebSocket])[0]);
		}
		throw new Error('It has failed.');
	});
	await expect(used).rejects.toThrow('It has failed.');
	await Promise.all(sockets.map((socket) => socket.readyState === socket.CLOSED || once(socket, 'close')));
	expect(sockets).toHaveLength(2);
	await new Promise((resolve) => server.close(resolve));
});
