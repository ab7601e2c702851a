import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
	HOW_TO_GET_ONE,
	postgresPrograms,
	startCluster,
	type Cluster
} from '../../lib/server/stores/postgres/testing/cluster.ts';
import { openStore } from './open-store.ts';

const isThere = postgresPrograms() !== null;
if (!isThere) console.warn(HOW_TO_GET_ONE);

describe.skipIf(!isThere)('npm start, told to keep rooms in PostgreSQL', () => {
	let cluster: Cluster;
	let url: string;
	beforeAll(async () => {
		cluster = await startCluster();
		url = await cluster.newDatabase();
	});
	afterAll(() => cluster.stop());

	test('makes its tables, and finds them again', async () => {
		for (let n = 0; n < 2; n++) {
			const store = await openStore({ kind: 'postgres', url });
			expect(await store.logs.list()).toEqual([]);
			await store.close();
		}
	});

	test('says which database is missing, and how it is made', async () => {
		const missing = url.replace(/\w+$/, 'nowhere');
		await expect(openStore({ kind: 'postgres', url: missing })).rejects.toThrow('createdb nowhere');
	});

	test('says who is not let in, without the password', async () => {
		const stranger = url.replace('patchfall@', 'nobody:secret@');
		const opening = openStore({ kind: 'postgres', url: stranger });
		await expect(opening).rejects.toThrow('does not let "nobody" in');
		await expect(opening).rejects.not.toThrow('secret');
	});
});
