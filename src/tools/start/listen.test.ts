import { createServer, type Server } from 'node:http';
import { afterEach, expect, test } from 'vitest';
import { listen, requireFreePort } from './listen.ts';

const open: Server[] = [];
function server(): Server {
	const made = createServer();
	open.push(made);
	return made;
}
afterEach(() => open.splice(0).forEach((made) => made.close()));

test('port 0 takes a free port and says which', async () => {
	expect(await listen(server(), 0, '127.0.0.1')).toBeGreaterThan(0);
});

test('a port in use is refused with its number and another to try', async () => {
	const port = await listen(server(), 0, '127.0.0.1');
	const message = `Port ${port} is already in use: stop the program that uses it, or take another port with "npm start -- --port ${port + 1}".`;
	await expect(listen(server(), port, '127.0.0.1')).rejects.toThrow(message);
	await expect(requireFreePort(port, '127.0.0.1')).rejects.toThrow(message);
});

test('asking whether a port is free leaves it free', async () => {
	const first = server();
	const port = await listen(first, 0, '127.0.0.1');
	await new Promise((resolve) => first.close(resolve));
	await requireFreePort(port, '127.0.0.1');
	expect(await listen(server(), port, '127.0.0.1')).toBe(port);
});

test('a host that is not this machine is refused by name', async () => {
	// 203.0.113.0/24 is set aside for documentation (RFC 5737): nobody has such an address.
	await expect(listen(server(), 0, '203.0.113.9')).rejects.toThrow(
		'HOST is "203.0.113.9", which is not an address of this machine'
	);
});
