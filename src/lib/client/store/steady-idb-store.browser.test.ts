import { afterEach, expect, test, vi } from 'vitest';
import type { RoomEvent } from '../../exercise/log/events.ts';
import type { LogHead, LogStore } from '../../room/store/log-store.ts';
import { MemoryLogStore } from '../../room/store/memory-log-store.ts';
import { steadyIdbStore } from './connections.ts';

/* Every call of the browser's database fails once, each in each of its ways, and nobody notices. */

type Title = { readonly title: string };
const head: LogHead<Title> = { id: 'a', writer: 'w', format: 2, summary: { title: 'First' } };
const events = Array.from({ length: 6 }, (_, n): RoomEvent => {
	return { type: 'noted', command: `c${n}`, author: { kind: 'facilitator' }, text: `${n}` };
});

async function everything(store: LogStore<Title>): Promise<unknown[]> {
	await store.create({ head, events: events.slice(0, 2) });
	await store.append(head, 2, events.slice(2, 4));
	await store.putRow('a', 'seats', 's', 1);
	const answers = [
		await store.read('a'),
		await store.list(),
		await store.rows('a', 'seats'),
		await store.takeOver('a', 'v')
	];
	await store.removeRow('a', 'seats', 's');
	answers.push(await store.rows('a', 'seats'));
	await store.forget('a');
	return [...answers, await store.read('a')];
}

/** The ways into a database that the store goes. */
const CALLS: readonly (readonly [object, string])[] = [
	[IDBFactory.prototype, 'open'],
	[IDBDatabase.prototype, 'transaction'],
	[IDBTransaction.prototype, 'objectStore'],
	...['put', 'get', 'getKey', 'getAll', 'getAllKeys', 'delete'].map(
		(name) => [IDBObjectStore.prototype, name] as const
	)
];

type Way = 'throws' | 'ends the connection' | 'aborts';

/** Counts every call, and has the one of a number fail. */
function failing(at: number, way: Way): () => number {
	let calls = 0;
	const databases: IDBDatabase[] = [];
	for (const [owner, name] of CALLS) {
		const usual = (owner as Record<string, (...args: unknown[]) => unknown>)[name]!;
		vi.spyOn(owner as Record<string, (...args: unknown[]) => unknown>, name).mockImplementation(function (
			this: unknown,
			...args: unknown[]
		) {
			if (this instanceof IDBDatabase) databases.push(this);
			if (calls++ !== at) return usual.apply(this, args);
			if (way === 'aborts' && this instanceof IDBObjectStore) this.transaction.abort();
			else if (way === 'ends the connection') databases.at(-1)?.close();
			else throw new DOMException('Connection is closing.', 'InvalidStateError');
			return usual.apply(this, args);
		});
	}
	return () => calls;
}

afterEach(() => void vi.restoreAllMocks());

test.each<Way>(['throws', 'ends the connection', 'aborts'])('a call that %s', async (way) => {
	const right = await everything(new MemoryLogStore<Title>());
	const counted = failing(-1, way);
	await everything(steadyIdbStore<Title>(`counted-${way}`));
	const calls = counted();
	vi.restoreAllMocks();
	expect(calls).toBeGreaterThan(40);
	for (let at = 0; at < calls; at++) {
		failing(at, way);
		const store = steadyIdbStore<Title>(`failing-${way}-${at}`);
		expect(await everything(store), `call ${at} of ${calls}`).toEqual(right);
		store.close();
		vi.restoreAllMocks();
	}
});

test('a database that is deleted while it is open is there again, for whoever has the whole log', async () => {
	const store = steadyIdbStore<Title>('deleted');
	await store.create({ head, events: events.slice(0, 2) });
	await new Promise((resolve, reject) => {
		const deletion = indexedDB.deleteDatabase('deleted');
		deletion.onsuccess = resolve;
		deletion.onerror = reject;
	});
	await expect(store.append(head, 2, events.slice(2))).rejects.toMatchObject({ code: 'lost' });
	await store.create({ head, events });
	expect((await store.read('a'))?.events).toEqual(events);
	store.close();
});
