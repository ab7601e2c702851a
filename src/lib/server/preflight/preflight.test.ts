import type { IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { describe, expect, test } from 'vitest';
import { StoreFault } from '../../room/store/log-store.ts';
import { dataFolder, startRooms } from '../rooms-api/testing/rooms-server.ts';
import { Browser } from '../rooms-api/testing/browser.ts';
import { probeDisk, type TrialStore } from './disk.ts';
import { Visits } from './visits.ts';

type From = Pick<IncomingMessage, 'headers' | 'socket'>;
const from = (remoteAddress: string, headers = {}) => ({ headers, socket: { remoteAddress } }) as From;

describe('R148: a server knows which devices have found it', () => {
	const visits = () => {
		const time = { ms: 0 };
		return {
			time,
			visits: new Visits(
				() => time.ms,
				() => ['192.168.1.20']
			)
		};
	};

	test('its own machine, by whatever address, is no other device', () => {
		const { visits: seen } = visits();
		for (const address of ['127.0.0.1', '::1', '::ffff:127.0.0.1', '192.168.1.20', '::ffff:192.168.1.20'])
			seen.saw(from(address), '/join');
		expect(seen.facts.devices).toBe(0);
	});

	test('a phone whose page asks for the room sees this machine; one that falls silent after its page is stuck', () => {
		const { visits: seen, time } = visits();
		seen.saw(from('::ffff:192.168.1.31'), '/join');
		seen.saw(from('::ffff:192.168.1.32'), '/join');
		seen.saw(from('192.168.1.31'), '/api/rooms/KMTA4');
		expect(seen.facts).toMatchObject({ devices: 2, followed: 1, stuck: 0 });
		time.ms = 6000;
		expect(seen.facts).toMatchObject({ devices: 2, followed: 1, stuck: 1 });
	});

	test('a picture alone is no visit, and a proxy is noticed', () => {
		const { visits: seen } = visits();
		seen.saw(from('192.168.1.33'), '/favicon.svg');
		expect(seen.facts).toMatchObject({ devices: 0, isProxied: false });
		seen.saw(from('127.0.0.1', { 'x-forwarded-for': '10.1.1.1' }), '/join');
		expect(seen.facts).toMatchObject({ devices: 0, isProxied: true });
	});

	test('R318: a device that writes the header of a proxy changes nothing by it', () => {
		const { visits: seen } = visits();
		seen.saw(from('192.168.1.34', { 'x-forwarded-for': '10.1.1.1' }), '/join');
		expect(seen.facts).toMatchObject({ devices: 1, isProxied: false });
	});
});

describe('R149: whether a room can be kept is found out by keeping something', () => {
	const store = (changes: Partial<TrialStore> = {}): TrialStore => {
		const rows = new Map<string, unknown>();
		return {
			putRow: async (_id, _table, key, value) => void rows.set(key, value),
			rows: async () => [...rows].map(([key, value]) => ({ key, value })),
			removeRow: async (_id, _table, key) => void rows.delete(key),
			...changes
		};
	};

	test('what was written is read back and taken away again', async () => {
		const kept = store();
		expect(await probeDisk(kept, 'a', tmpdir())).toMatchObject({ kind: 'written' });
		expect(await kept.rows('a', 'preflight')).toEqual([]);
	});

	test('a disk that is full, and one that forgets, are faults', async () => {
		const full = store({ putRow: () => Promise.reject(new StoreFault('full')) });
		expect(await probeDisk(full, 'a', tmpdir())).toMatchObject({ kind: 'fault', code: 'full' });
		const forgetful = store({ rows: async () => [] });
		expect(await probeDisk(forgetful, 'a', tmpdir())).toMatchObject({ kind: 'fault', code: 'broken' });
	});

	test('a facilitator is told, and nobody else; the log of the room is theirs as a file, and its replay before its end', async () => {
		const data = dataFolder();
		const server = await startRooms({ dataFolder: data.folder });
		try {
			const browser = new Browser(server.url);
			const { code, person } = await browser.open();
			const at = (who: string) => `/api/rooms/${code}/seats/${who}`;
			const { status, body } = await browser.get(`${at(person.id)}/preflight`);
			expect(status).toBe(200);
			expect(body).toMatchObject({ disk: { kind: 'written' }, polling: 0, visits: { devices: 0 } });
			expect(body.disk.freeBytes).toBeGreaterThan(0);
			const log = await browser.get(`${at(person.id)}/log`);
			expect(log.body).toMatchObject({ format: 'patchfall-log' });
			expect(log.headers.get('content-disposition')).toContain(`room-${code}.json`);
			const replay = await browser.get(`${at(person.id)}/replay`);
			expect(replay.body).toMatchObject({ kind: 'facilitator', timeline: null });
			const player = new Browser(server.url);
			const seat = await player.join(code, 'player', null, 'Ana');
			expect((await player.get(`${seat.path}/preflight`)).status).toBe(403);
			expect((await player.get(`${seat.path}/log`)).status).toBe(403);
			expect((await player.get(`${seat.path}/replay`)).status).toBe(403);
		} finally {
			await server.close();
			data.remove();
		}
	});
});
