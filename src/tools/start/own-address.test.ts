import { createServer, type Server } from 'node:http';
import { networkInterfaces } from 'node:os';
import { afterEach, describe, expect, test } from 'vitest';
import { ownAddress, whoAnswers, type Answerer } from './own-address.ts';
import { listen } from './listen.ts';

/** Asks a machine where each address is answered as the table says, and any other by nobody. */
const machine = (table: Record<string, Answerer>) => async (url: string) =>
	table[new URL(url).hostname] ?? 'nobody';

describe('the address to open on this machine', () => {
	test('is localhost when nobody else has it', async () => {
		for (const host of ['0.0.0.0', '::', 'localhost']) {
			expect(await ownAddress(host, 3000, machine({ '127.0.0.1': 'thisServer' }))).toEqual({
				url: 'http://localhost:3000',
				taken: null
			});
		}
	});

	test('is the number when another program has localhost on IPv6, and says so', async () => {
		const squatted = machine({ '127.0.0.1': 'thisServer', '[::1]': 'anotherProgram' });
		for (const host of ['0.0.0.0', '::', 'localhost']) {
			expect(await ownAddress(host, 3000, squatted)).toEqual({
				url: 'http://127.0.0.1:3000',
				taken: 'http://localhost:3000'
			});
		}
	});

	test('is the IPv6 number when another program has localhost on IPv4', async () => {
		const squatted = machine({ '127.0.0.1': 'anotherProgram', '[::1]': 'thisServer' });
		expect((await ownAddress('::', 3000, squatted)).url).toBe('http://[::1]:3000');
	});

	test('is the one that was asked for, an IPv6 address in brackets', async () => {
		const both = machine({ '127.0.0.1': 'thisServer', '[::1]': 'thisServer', '192.168.1.20': 'thisServer' });
		expect((await ownAddress('127.0.0.1', 3000, both)).url).toBe('http://127.0.0.1:3000');
		expect((await ownAddress('::1', 3000, both)).url).toBe('http://[::1]:3000');
		expect((await ownAddress('192.168.1.20', 3000, both)).url).toBe('http://192.168.1.20:3000');
	});

	test('is the best guess when nothing answers', async () => {
		expect(await ownAddress('0.0.0.0', 3000, machine({}))).toEqual({
			url: 'http://localhost:3000',
			taken: null
		});
	});
});

describe('who answers', () => {
	const open: Server[] = [];
	afterEach(() => open.splice(0).forEach((server) => server.close()));

	async function serve(text: string, port: number, host: string): Promise<number> {
		const server = createServer((_request, response) => response.end(text));
		open.push(server);
		return listen(server, port, host);
	}

	test('is this server, another program, or nobody', async () => {
		const port = await serve('{"instance":"abc"}', 0, '127.0.0.1');
		const url = `http://127.0.0.1:${port}`;
		expect(await whoAnswers(url, 'abc')).toBe('thisServer');
		expect(await whoAnswers(url, 'other')).toBe('anotherProgram');
		open.splice(0).forEach((server) => server.close().closeAllConnections());
		expect(await whoAnswers(url, 'abc')).toBe('nobody');
	});

	const hasIpv6 = Object.values(networkInterfaces())
		.flat()
		.some((address) => address?.address === '::1');

	test.runIf(hasIpv6)('on the same port of IPv4 and IPv6 two programs are told apart', async () => {
		const port = await serve('{"instance":"abc"}', 0, '127.0.0.1');
		await serve('ANOTHER PROGRAM', port, '::1');
		expect(await ownAddress('127.0.0.1', port, (url) => whoAnswers(url, 'abc'))).toMatchObject({
			taken: null
		});
		expect(await ownAddress('0.0.0.0', port, (url) => whoAnswers(url, 'abc'))).toEqual({
			url: `http://127.0.0.1:${port}`,
			taken: `http://localhost:${port}`
		});
	});
});
