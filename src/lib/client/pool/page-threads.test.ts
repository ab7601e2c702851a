import { describe, expect, test, vi } from 'vitest';
import { serveThreads } from './page-threads.ts';
import { CLOSE, type ThreadRequest } from './thread-request.ts';

/** Stands for a browser's worker. */
class FakeWorker extends EventTarget {
	readonly asked: unknown[] = [];
	isEnded = false;
	postMessage(message: unknown): void {
		this.asked.push(message);
	}
	terminate(): void {
		this.isEnded = true;
	}
	say(data: unknown): void {
		this.dispatchEvent(new MessageEvent('message', { data }));
	}
}
const asWorker = (fake: FakeWorker) => fake as unknown as Worker;

/** A worker whose page serves it, and what the rest of the page hears of it. */
function served(start?: () => Worker) {
	const [worker, threads, heard] = [new FakeWorker(), [] as FakeWorker[], [] as unknown[]];
	const startOne = () => {
		threads.push(new FakeWorker());
		return asWorker(threads.at(-1)!);
	};
	const end = serveThreads(asWorker(worker), start ?? startOne);
	worker.addEventListener('message', (event) => heard.push((event as MessageEvent).data));
	const ask = () => {
		const [tasks, control] = [new MessageChannel(), new MessageChannel()];
		const told: unknown[] = [];
		control.port1.onmessage = ({ data }) => told.push(data);
		const request: ThreadRequest = { type: 'startThread', tasks: tasks.port2, control: control.port2 };
		worker.say(request);
		return { tasks, control, told };
	};
	return { worker, threads, heard, end, ask };
}

describe('R341: a page starts threads for its workers', () => {
	test('when they ask, with a port for tasks, and nobody else hears of it', () => {
		const { worker, threads, heard, ask } = served();
		expect(threads).toEqual([]);
		const { tasks } = ask();
		expect(threads[0]!.asked).toEqual([tasks.port2]);
		worker.say('something else');
		expect(heard).toEqual(['something else']);
	});

	test('and tells them when one broke, or none could be started', async () => {
		const { threads, ask } = served();
		const { told } = ask();
		threads[0]!.dispatchEvent(Object.assign(new Event('error'), { message: 'out of memory' }));
		await vi.waitUntil(() => told.length > 0);
		expect(told).toEqual(['out of memory']);
		const none = served(() => {
			throw new Error('no workers here');
		}).ask();
		await vi.waitUntil(() => none.told.length > 0);
		expect(none.told).toEqual(['no workers here']);
	});

	test('and ends the one that is not needed any more, or all of them', async () => {
		const { threads, end, ask } = served();
		const { control } = ask();
		ask();
		ask();
		control.port1.postMessage(CLOSE);
		await vi.waitUntil(() => threads[0]!.isEnded);
		expect(threads.map(({ isEnded }) => isEnded)).toEqual([true, false, false]);
		end();
		expect(threads.map(({ isEnded }) => isEnded)).toEqual([true, true, true]);
	});
});
