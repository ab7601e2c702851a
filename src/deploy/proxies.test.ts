import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { NetworkConnection } from '../lib/client/network/network-connection.ts';
import { Browser, type Opened } from '../lib/server/rooms-api/testing/browser.ts';
import { dataFolder, startRooms, type RoomsServer } from '../lib/server/rooms-api/testing/rooms-server.ts';
import { NodeNetwork } from '../tools/load/node-network.ts';
import { programOf, startProxy, type Proxy, type ProxyName } from './testing/proxy.ts';

/** In time for who has just joined: longer, and people believe that it is broken. */
const SOON_MS = 10_000;

let data: ReturnType<typeof dataFolder>;
let server: RoomsServer;
let room: Opened;
beforeAll(async () => {
	data = dataFolder();
	server = await startRooms({ dataFolder: data.folder });
	room = await new Browser(server.url).open();
});
afterAll(async () => {
	await server.close();
	data.remove();
});

/** A page that joins through a proxy, and how it hears of what changes. */
async function join(proxy: Proxy) {
	const browser = new Browser(proxy.url);
	const { person } = await browser.join(room.code, 'player', 'sky', 'Ana');
	const heard: string[] = [];
	const connection = new NetworkConnection(
		{ code: room.code, person },
		{
			network: new NodeNetwork(proxy.url, browser),
			clock: { nowMs: () => performance.now(), later: (call, ms) => void setTimeout(call, ms) },
			draw: Math.random,
			makeId: () => crypto.randomUUID(),
			watchDevice: () => () => {}
		}
	);
	connection.hear((message) => heard.push(JSON.stringify(message)));
	return { connection, heard };
}

async function tried(name: ProxyName, how: 'live' | 'polling', change?: (sample: string) => string) {
	const proxy = await startProxy(name, server.url, change);
	try {
		const { connection, heard } = await join(proxy);
		await expect.poll(() => connection.status.kind, { timeout: SOON_MS, interval: 20 }).toBe(how);
		const text = `through ${name} by ${how}`;
		expect(await connection.send({ type: 'rename', name: text })).toMatchObject({ kind: 'accepted' });
		await expect.poll(() => heard.some((one) => one.includes(text)), { timeout: SOON_MS }).toBe(true);
		connection.close();
	} finally {
		await proxy.stop();
	}
}

describe.skipIf(programOf('nginx') === null)('R150: behind nginx', () => {
	test('as in the sample a page joins and hears of changes as they happen', async () => {
		await tried('nginx', 'live');
	}, 30_000);

	test('without the lines for live updates it hears by asking, within ten seconds', async () => {
		const plain = (sample: string) =>
			sample
				.split('\n')
				.filter((line) => !/Upgrade|Connection|proxy_buffering|proxy_http_version/.test(line))
				.join('\n');
		await tried('nginx', 'polling', plain);
	}, 40_000);
});

describe.skipIf(programOf('caddy') === null)('R150: behind Caddy', () => {
	test('as in the sample a page joins and hears of changes as they happen', async () => {
		await tried('caddy', 'live');
	}, 30_000);
});
