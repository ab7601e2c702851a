import { expect, test } from '@playwright/test';
import { join } from 'node:path';
import { readFilePaths } from '../src/lib/server/file-paths.ts';
import { inParallel } from '../src/tools/fuzz/in-parallel.ts';
import { rawRequest, seeded } from '../src/tools/fuzz/raw-requests.ts';
import { startBuilt, type BuiltServer } from '../src/tools/load/built-server.ts';
import { isDeepRun } from './support/deep-run.ts';
import { exchange, PATIENCE_MS } from './support/raw-sockets.ts';

test.describe.configure({ mode: 'serial' });

let server: BuiltServer;
test.beforeAll(async () => (server = await startBuilt()));
test.afterAll(() => server.stop());

const ask = (line: string, ...headers: string[]) =>
	exchange(server.port, [line, 'Host: a', 'Connection: close', ...headers, '', ''].join('\r\n'), PATIENCE_MS);

test.describe('the built server', () => {
	for (const method of ['GET', 'HEAD']) {
		for (const range of ['bytes=5-2', 'bytes=-5', 'bytes=0-1,3-4', 'bytes=99999999-', 'garbage']) {
			test(`${method} with the range ${range} gets the whole page, and the server lives`, async () => {
				const { statuses, answer } = await ask(`${method} / HTTP/1.1`, `Range: ${range}`);
				expect(statuses).toEqual([200]);
				expect(answer).not.toContain('Content-Range');
				expect(server.lives()).toBe(true);
			});
		}
	}

	for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'TRACE', 'CONNECT', 'PROPFIND']) {
		test(`${method} cannot be done to a page`, async () => {
			for (const path of ['/', '/map', '/map/', '/favicon.svg']) {
				const target = method === 'CONNECT' ? 'a:443' : path;
				expect((await ask(`${method} ${target} HTTP/1.1`)).statuses).toEqual([405]);
			}
		});
	}

	test('two hosts are one too many', async () => {
		expect((await ask('GET / HTTP/1.1', 'Host: b')).statuses).toEqual([400]);
	});
});

test('no raw request ends the server or makes it fail, whatever it holds', async () => {
	test.setTimeout(900_000);
	const connections = isDeepRun ? 30_000 : 2500;
	const seed = isDeepRun ? Date.now() % 2 ** 31 : 20_240_719;
	const paths = [...readFilePaths(join(import.meta.dirname, '..', 'build'))];
	const seen = new Set<number>();
	const harmful: string[] = [];

	await inParallel(connections, 48, async (index) => {
		const random = seeded(seed + index);
		// One alone is answered whatever it is; of several at once, one that is refused takes the others with it.
		const count = index % 2 === 0 ? 1 : 3;
		const requests = Array.from({ length: count }, (_, at) => rawRequest(random, paths, at === count - 1));
		const { statuses, closed } = await exchange(server.port, requests.join(''));
		for (const status of statuses) seen.add(status);
		if (!closed || statuses.some((status) => status >= 500)) {
			const what = closed ? statuses.join() : `${statuses.join()} and not closed`;
			harmful.push(`seed ${seed + index}: ${what}: ${JSON.stringify(requests)}`);
		}
	});

	expect(server.lives(), server.complaints()).toBe(true);
	expect(harmful.slice(0, 5)).toEqual([]);
	expect(server.complaints()).toBe('');
	// They are not all refused at the door: most kinds of answer occur.
	for (const status of [200, 308, 400, 404, 405, 417]) expect([...seen]).toContain(status);
	expect((await ask('GET / HTTP/1.1')).statuses).toEqual([200]);
});
