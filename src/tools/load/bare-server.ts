import { closeSync, fsyncSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WebSocketServer } from 'ws';
import { HEARTBEAT_EVERY_MS, PROTOCOL } from '../../lib/room/protocol/protocol.ts';

/**
 * What a room is held against: a server in a process of its own that knows nothing, and sends the bytes that it is given to
 * everybody who is connected, or keeps them. It says at once at which port it is.
 */
const WELCOME = JSON.stringify({ type: 'welcome', protocol: PROTOCOL, build: '', nowMs: 0 });
const folder = mkdtempSync(join(tmpdir(), 'patchfall-bare-'));
const log = openSync(join(folder, 'log'), 'a');
const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false });
let ticking: NodeJS.Timeout | undefined;

function sendAll(bytes: Buffer): void {
	for (const socket of sockets.clients) socket.send(bytes, { binary: false });
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
	const chunks: Buffer[] = [];
	for await (const chunk of request) chunks.push(chunk as Buffer);
	return Buffer.concat(chunks);
}

const ACTS: Readonly<Record<string, (bytes: Buffer) => void>> = {
	'/send': sendAll,
	'/tick': (bytes) => (ticking = setInterval(() => sendAll(bytes), 250)),
	'/rest': () => clearInterval(ticking),
	'/append': (bytes) => {
		writeSync(log, bytes);
		fsyncSync(log);
	}
};

const server = createServer((request, response) => {
	void bodyOf(request).then((bytes) => {
		ACTS[request.url ?? '']?.(bytes);
		response.end('{}');
	});
});
server.on('upgrade', (request, socket, head) => {
	sockets.handleUpgrade(request, socket, head, (page) => page.send(WELCOME));
});
setInterval(() => sendAll(Buffer.from('{"type":"beat"}')), HEARTBEAT_EVERY_MS);
server.listen(0, '127.0.0.1', () => process.stdout.write(`${(server.address() as AddressInfo).port}\n`));
process.on('SIGTERM', () => {
	closeSync(log);
	rmSync(folder, { recursive: true, force: true });
	process.exit(0);
});
