import { readFile } from 'node:fs/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { StoreFault } from '../../../room/store/log-store.ts';
import { describeLogStore, type Title } from '../../../room/testing/log-store-contract.ts';
import { describeHandOvers } from '../../seats/testing/hand-overs-contract.ts';
import { describeSeatStore } from '../../seats/testing/seat-store-contract.ts';
import { KEPT } from '../testing/kept-room.ts';
import { PgDatabase } from './pg-database.ts';
import { PgHandOvers } from './pg-hand-overs.ts';
import { PgLogStore } from './pg-log-store.ts';
import { dropPgCopies } from './pg-upgrade-copy.ts';
import { MIGRATIONS, migratePg, NewerTables } from './pg-migrations.ts';
import { PgSeatStore } from './pg-seat-store.ts';
import { HOW_TO_GET_ONE, postgresPrograms, startCluster, type Cluster } from './testing/cluster.ts';

const isThere = postgresPrograms() !== null;
if (!isThere) console.warn(HOW_TO_GET_ONE);

let cluster: Cluster;
let url: string;
let open: PgDatabase[] = [];
beforeAll(async () => {
	if (isThere) cluster = await startCluster();
});
afterAll(async () => {
	if (isThere) await cluster.stop();
});

const HEAD = { id: 'a', writer: '1', format: 2, summary: { title: 'First' } };
const noted = (text: string) =>
	({ type: 'noted', command: 'c', author: { kind: 'facilitator' }, text }) as const;
const codeOf = (work: Promise<unknown>) =>
	work.then(
		() => null,
		(error: unknown) => (error instanceof StoreFault ? error.code : error)
	);

function connected(): PgDatabase {
	const database = new PgDatabase(url, 4);
	open.push(database);
	return database;
}
const store = (fence: string | null = null) => new PgLogStore<Title>(connected(), fence);

describe.skipIf(!isThere)('in PostgreSQL', () => {
	beforeEach(async () => {
		url = await cluster.newDatabase();
		await migratePg(connected());
	});
	afterEach(async () => {
		await Promise.all(open.map((database) => database.close()));
		open = [];
	});

	describeLogStore('PostgreSQL', async () => ({ store: store(), reopened: async () => store() }));

	describeSeatStore('PostgreSQL', async () => new PgSeatStore(connected(), 'p'));
	describeHandOvers('in PostgreSQL', async () => {
		const seats = new PgSeatStore(connected(), null);
		for (const room of ['r1', 'r2']) await seats.addRoom(room);
		return new PgHandOvers(connected());
	});

	test('R280: of several that append at one version one does, and no event is lost or doubled', async () => {
		await store().create({ head: HEAD, events: [] });
		const writers = Array.from({ length: 6 }, () => store());
		for (let version = 0; version < 20; version++) {
			const codes = await Promise.all(
				writers.map((one, n) => codeOf(one.append(HEAD, version, [noted(`${version} ${n}`)])))
			);
			expect(codes.filter((code) => code === null)).toHaveLength(1);
			expect(codes.filter((code) => code === 'behind')).toHaveLength(writers.length - 1);
		}
		const { events } = (await store().read('a'))!;
		expect(events.map((event) => event.type === 'noted' && event.text.split(' ')[0])).toEqual(
			Array.from({ length: 20 }, (_, version) => `${version}`)
		);
	});

	test('R281: who has lost a room writes nothing of it any more: no event, no row, no log anew', async () => {
		const [first, second] = [store('1'), store('2')];
		await first.create({ head: HEAD, events: [noted('1')] });
		await first.putRow('a', 'people', 'p', 'Ana');
		await store().takeOver('a', '2');
		expect(await codeOf(first.append(HEAD, 1, [noted('2')]))).toBe('elsewhere');
		expect(await codeOf(first.putRow('a', 'people', 'p', 'Bo'))).toBe('elsewhere');
		expect(await codeOf(first.removeRow('a', 'people', 'p'))).toBe('elsewhere');
		expect(await codeOf(first.create({ head: HEAD, events: [] }))).toBe('elsewhere');
		expect(await codeOf(first.takeOver('a', '1'))).toBe('elsewhere');
		await second.append({ ...HEAD, writer: '2' }, 1, [noted('2')]);
		expect((await store().read('a'))!.events).toEqual([noted('1'), noted('2')]);
		expect(await second.rows('a', 'people')).toEqual([{ key: 'p', value: 'Ana' }]);
	});

	test('R282: what is written while PostgreSQL starts again is kept once, in its order', async () => {
		const mine = store();
		await mine.create({ head: HEAD, events: [] });
		let isOver = false;
		let version = 0;
		const writing = (async () => {
			while (!isOver) await mine.append(HEAD, version, [noted(`${version++}`)]);
		})();
		for (const how of ['fast', 'crash'] as const) {
			const before = version;
			await cluster.restart(how);
			await expect.poll(() => version, { timeout: 30_000 }).toBeGreaterThan(before + 2);
		}
		isOver = true;
		await writing;
		const { events } = (await mine.read('a'))!;
		expect(events).toEqual(Array.from({ length: version }, (_, n) => noted(`${n}`)));
	});

	test('R41: a database that may only be read is forbidden', async () => {
		await store().create({ head: HEAD, events: [] });
		const name = new URL(url).pathname.slice(1);
		await connected().query(`ALTER DATABASE ${name} SET default_transaction_read_only = on`);
		expect(await codeOf(store().append(HEAD, 0, [noted('1')]))).toBe('forbidden');
	});

	test('tables of a newer version are refused with what to do, and not touched', async () => {
		const database = connected();
		await database.query('UPDATE patchfall_tables SET version = 99');
		await expect(migratePg(database)).rejects.toThrow(NewerTables);
		await expect(migratePg(database)).rejects.toThrow('another database');
	});

	test.each(MIGRATIONS.map((_, index) => index + 1))(
		'R319: a database with tables %i opens',
		async (tables) => {
			url = await cluster.newDatabase();
			const database = connected();
			const left = await readFile(new URL(`./testing/tables-${tables}.sql`, import.meta.url), 'utf8');
			await database.query(left);
			await migratePg(database);
			expect(await new PgSeatStore(database, null).seatOf(KEPT.token)).toMatchObject({ person: KEPT.person });
			expect((await store().read(KEPT.id))!.events).toHaveLength(KEPT.events);
		}
	);

	test('R319: before an upgrade rooms are copied; the copy goes after a while, and none is made without one', async () => {
		const database = connected();
		await new PgSeatStore(database, null).addRoom('r1');
		const copies = () =>
			database.query<{ name: string }>(
				`SELECT nspname AS name FROM pg_namespace WHERE nspname LIKE 'patchfall_before%'`
			);
		await migratePg(database);
		expect(await copies()).toEqual([]);
		await migratePg(database, [...MIGRATIONS, 'ALTER TABLE rooms ADD COLUMN more TEXT; DELETE FROM rooms']);
		const [{ name }] = await copies();
		expect(await database.query(`SELECT id FROM ${name}.rooms`)).toEqual([{ id: 'r1' }]);
		await dropPgCopies(database, Date.now() - 60_000);
		expect(await copies()).toHaveLength(1);
		await dropPgCopies(database, Date.now() + 60_000);
		expect(await copies()).toEqual([]);
	});
});
