import { describe, expect, test, vi } from 'vitest';
import { askOnce, openWorker } from './open-worker.ts';

/** Stands for a browser's worker. */
class FakeWorker extends EventTarget {
	readonly asked: unknown[] = [];
	isEnded = false;
	postMessage(message: unknown): void {
		// As a browser does: a function cannot travel.
		this.asked.push(structuredClone(message));
	}
	terminate(): void {
		this.isEnded = true;
	}
	say(data: unknown): void {
		this.dispatchEvent(new MessageEvent('message', { data }));
	}
	breaks(message = ''): void {
		this.dispatchEvent(Object.assign(new Event('error'), { message }));
	}
}

function opened(start?: () => Worker) {
	const worker = new FakeWorker();
	const heard: unknown[] = [];
	const broken: [string, boolean][] = [];
	const end = openWorker<unknown, unknown>(
		start ?? (() => worker as unknown as Worker),
		(message) => heard.push(message),
		(...what) => broken.push(what)
	);
	return { worker, heard, broken, end };
}
const noWorkers = () => {
	throw new Error('no workers here');
};

describe('R332: a page that asks a worker', () => {
	test('hears what it says', () => {
		const { worker, heard, broken, end } = opened();
		end.ask({ n: 1 });
		worker.say('one');
		expect([worker.asked, heard, broken]).toEqual([[{ n: 1 }], ['one'], []]);
	});

	test('is told once where there are no workers, after it has begun to hear', async () => {
		const { broken, end } = opened(noWorkers);
		end.ask(1);
		expect(broken).toEqual([]);
		await vi.waitUntil(() => broken.length > 0);
		expect(broken).toEqual([['no workers here', false]]);
	});

	test('is told of an error in it, and of each request after that', async () => {
		const { worker, heard, broken, end } = opened();
		worker.breaks('out of memory');
		expect(broken).toEqual([['out of memory', true]]);
		expect(worker.isEnded).toBe(true);
		end.ask(1);
		await vi.waitUntil(() => broken.length > 1);
		expect(broken[1]).toEqual(['out of memory', true]);
		worker.say('too late');
		expect([worker.asked, heard]).toEqual([[], []]);
	});

	test('is told of a request that cannot travel, and of an answer that could not', async () => {
		const sent = opened();
		sent.end.ask({ call: () => {} });
		await vi.waitUntil(() => sent.broken.length > 0);
		expect(sent.broken[0]![0]).toContain('could not be cloned');
		const received = opened();
		received.worker.dispatchEvent(new MessageEvent('messageerror'));
		expect(received.broken).toEqual([['an answer could not be read', true]]);
	});

	test('is told nothing more once it has closed it', async () => {
		const { worker, broken, end } = opened();
		end.ask({ call: () => {} });
		end.close();
		worker.breaks();
		await new Promise((resolve) => setTimeout(resolve));
		expect(broken).toEqual([]);
	});
});

describe('a worker that is there for one request', () => {
	test('answers it and is ended', async () => {
		const worker = new FakeWorker();
		const answer = askOnce<string, string>(() => worker as unknown as Worker, 'a question');
		worker.say('an answer');
		expect(await answer).toBe('an answer');
		expect(worker.isEnded).toBe(true);
	});

	test('R332: rejects where it breaks, or where there is none', async () => {
		const worker = new FakeWorker();
		const answer = askOnce(() => worker as unknown as Worker, 1);
		worker.breaks('it broke');
		await expect(answer).rejects.toThrow('it broke');
		await expect(askOnce(noWorkers, 1)).rejects.toThrow('no workers here');
	});
});
