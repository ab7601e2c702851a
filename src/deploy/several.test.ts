import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { NetworkConnection } from '../lib/client/network/network-connection.ts';
import { Browser } from '../lib/server/rooms-api/testing/browser.ts';
import { startRooms, type RoomsServer } from '../lib/server/rooms-api/testing/rooms-server.ts';
import { openPostgresRooms } from '../lib/server/stores/postgres/open-postgres-rooms.ts';
import {
	HOW_TO_GET_ONE,
	postgresPrograms,
	startCluster,
	type Cluster
} from '../lib/server/stores/postgres/testing/cluster.ts';
import { NodeNetwork } from '../tools/load/node-network.ts';
import { programOf, startProxy, type Proxy } from './testing/proxy.ts';

const isThere = programOf('nginx') !== null && postgresPrograms() !== null;
if (postgresPrograms() === null) console.warn(HOW_TO_GET_ONE);

/** The sample for several servers, at the place of the one for one, in front of these. */
function inFrontOf(servers: readonly RoomsServer[]) {
	const several = readFileSync(join(import.meta.dirname, 'nginx-several.conf'), 'utf8');
	const upstream = servers.map(({ url }) => `server ${new URL(url).host} max_fails=1 fail_timeout=3s;`);
	return (one: string) =>
		several
			.replace('listen 443 ssl;', /listen 127[^;]*;/.exec(one)![0])
			.replace(/^\s*ssl_certificate.*$/gm, '')
			.replace(/(\s*server 127[^;]*;)+/, upstream.join('\n'));
}

describe.skipIf(!isThere)('R284: behind nginx, as in the sample for several servers', () => {
	let cluster: Cluster;
	let proxy: Proxy;
	let servers: RoomsServer[] = [];
	afterEach(async () => {
		await proxy.stop();
		await Promise.all(servers.map((server) => server.close()));
		await cluster.stop();
	});

	test('a page joins, hears of changes, and goes on by itself where the server that it is connected to stops', async () => {
		cluster = await startCluster();
		const url = await cluster.newDatabase();
		for (let n = 0; n < 2; n++) servers.push(await startRooms({ store: await openPostgresRooms(url) }));
		await Promise.all(servers.map(({ rooms }) => rooms.restored));
		proxy = await startProxy('nginx', servers[0].url, inFrontOf(servers));
		const { code } = await new Browser(servers[0].url).open();
		const browser = new Browser(proxy.url);
		const { person } = await browser.join(code, 'player', 'sky', 'Ana');
		const heard: string[] = [];
		const connection = new NetworkConnection(
			{ code, person },
			{
				network: new NodeNetwork(proxy.url, browser),
				clock: { nowMs: () => performance.now(), later: (call, ms) => void setTimeout(call, ms) },
				draw: Math.random,
				makeId: () => crypto.randomUUID(),
				watchDevice: () => () => {}
			}
		);
		connection.hear((message) => heard.push(JSON.stringify(message)));
		await expect.poll(() => connection.status.kind, { timeout: 20_000 }).toBe('live');

		const connected = servers.find((server) => server.sockets() > 0)!;
		servers = servers.filter((server) => server !== connected);
		await connected.close();
		expect(await connection.send({ type: 'rename', name: 'Still here' })).toMatchObject({ kind: 'accepted' });
		await expect.poll(() => heard.some((one) => one.includes('Still here')), { timeout: 20_000 }).toBe(true);
		await expect.poll(() => connection.status.kind, { timeout: 30_000 }).toBe('live');
		connection.close();
	}, 120_000);
});
