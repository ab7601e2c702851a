import { describe, expect, it } from 'vitest';
import type { RoomEvent } from '../../exercise/log/events.ts';
import { StoreFault, type LogHead, type LogStore } from '../../room/store/log-store.ts';
import { MemoryLogStore } from '../../room/store/memory-log-store.ts';
import { FakeClock } from '../../room/testing/fake-clock.ts';
import { SteadyLogStore } from './steady-log-store.ts';

type Title = { readonly title: string };
const head: LogHead<Title> = { id: 'a', writer: 'w', format: 2, summary: { title: 'First' } };
const events = Array.from({ length: 6 }, (_, n): RoomEvent => {
	return { type: 'noted', command: `c${n}`, author: { kind: 'facilitator' }, text: `${n}` };
});

type Trouble = 'dies' | 'hangs' | 'dies after it was done';

/** A browser whose database is there, while connections to it do what they are told at a question by its number. */
function browserWhere(trouble: (question: number, connection: number) => Trouble | null) {
	const clock = new FakeClock();
	let database = new MemoryLogStore<Title>();
	let [connections, questions, closed] = [0, 0, 0];
	const connect = async () => {
		const connection = ++connections;
		const store = new Proxy(database as LogStore<Title>, {
			get:
				(target, name: keyof LogStore<Title>) =>
				async (...args: unknown[]) => {
					const now = trouble(++questions, connection);
					if (now === 'dies') throw new StoreFault('broken');
					if (now === 'hangs') return new Promise(() => {});
					const answer = (target[name] as (...args: unknown[]) => Promise<unknown>).apply(target, args);
					if (now === null) return answer;
					await Promise.allSettled([answer]);
					throw new StoreFault('broken');
				}
		});
		return { store, close: () => void closed++ };
	};
	const steady = new SteadyLogStore(connect, clock);
	return {
		steady,
		clock,
		connections: () => connections,
		closed: () => closed,
		/** The person clears the site's data, or the browser does. */
		lose: () => (database = new MemoryLogStore<Title>())
	};
}

async function codeOf(work: Promise<unknown>): Promise<string | null> {
	try {
		await work;
		return null;
	} catch (error) {
		return error instanceof StoreFault ? error.code : String(error);
	}
}

/** Everything that is asked of a store, one after the other, and what came of it. */
async function everything(store: LogStore<Title>): Promise<unknown[]> {
	await store.create({ head, events: events.slice(0, 2) });
	await store.append(head, 2, events.slice(2, 4));
	await store.putRow('a', 'seats', 's', 1);
	return [
		await store.read('a'),
		await store.list(),
		await store.rows('a', 'seats'),
		await store.takeOver('a', 'v'),
		await codeOf(store.append(head, 4, events.slice(4))),
		await store.removeRow('a', 'seats', 's'),
		await store.forget('a'),
		await store.read('a')
	];
}
const QUESTIONS = 11;

describe.each<Trouble>(['dies', 'hangs', 'dies after it was done'])('a connection that %s', (what) => {
	it.each(Array.from({ length: QUESTIONS }, (_, n) => n + 1))(
		'at question %i is replaced, and the answers are those of a sound one',
		async (at) => {
			const { steady, clock, connections, closed } = browserWhere((question) =>
				question === at ? what : null
			);
			const answers = everything(steady);
			await clock.pass(60_000);
			expect(await answers).toEqual(await everything(new MemoryLogStore<Title>()));
			expect([connections(), closed()]).toEqual([2, 1]);
		}
	);
});

describe('a store that outlives its connection', () => {
	it('tells what fails over a new connection too', async () => {
		const { steady } = browserWhere(() => 'dies');
		expect(await codeOf(steady.list())).toBe('broken');
	});

	it('tries again with the next question', async () => {
		const { steady } = browserWhere((question) => (question <= 2 ? 'dies' : null));
		expect(await codeOf(steady.list())).toBe('broken');
		expect(await codeOf(steady.list())).toBe(null);
	});

	it('says that a log is lost where its database is, and gone where it was removed', async () => {
		let isDead = false;
		const { steady, lose } = browserWhere((_, connection) => (isDead && connection === 1 ? 'dies' : null));
		expect(await codeOf(steady.append(head, 0, events))).toBe('gone');
		await steady.create({ head, events: events.slice(0, 2) });
		lose();
		isDead = true;
		expect(await codeOf(steady.append(head, 2, events.slice(2)))).toBe('lost');
		await steady.create({ head, events });
		expect((await steady.read('a'))?.events).toEqual(events);
	});

	it('does not ask twice where the answer would be the same', async () => {
		const { steady, connections } = browserWhere(() => null);
		await steady.create({ head, events });
		expect(await codeOf(steady.append({ ...head, writer: 'x' }, 6, []))).toBe('elsewhere');
		expect(connections()).toBe(1);
	});
});
